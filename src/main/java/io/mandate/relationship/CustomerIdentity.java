package io.mandate.relationship;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What identifies a customer within a cloud: the domain of its administrator's address, or the whole address (lower
 * case) where that domain belongs to a free-mail provider.
 */
public record CustomerIdentity(String value) {

    private static final String ERASED = ".erased.invalid";

    /** The identity that an administrator's address leads to. */
    public static CustomerIdentity of(EmailAddress address, Set<String> freeMailDomains) {
        return new CustomerIdentity(freeMailDomains.contains(address.domain())
                ? address.value().toLowerCase(Locale.ROOT)
                : address.domain());
    }

    /** What stands for a customer that was known by a person's address, which was erased; nobody has it (RFC 2606 section 2). */
    static CustomerIdentity erased(UUID customer) {
        return new CustomerIdentity(customer + ERASED);
    }

    /** Whether it was a person's address, which was erased. */
    public boolean isErased() {
        return value.endsWith(ERASED);
    }

    /** What such a customer is called: the beginning of its id. */
    String label() {
        return "#" + value.substring(0, 8);
    }

    /** Whether only one address can speak for the customer. */
    public boolean isWholeAddress() {
        return value.contains("@");
    }

    /** Whether a person at this address belongs to the customer. */
    public boolean covers(EmailAddress address) {
        return isWholeAddress()
                ? address.value().toLowerCase(Locale.ROOT).equals(value)
                : address.domain().equals(value);
    }

    /** The domain as its people write it, or the one address. */
    public String readable() {
        return isWholeAddress() ? value : IDN.toUnicode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
