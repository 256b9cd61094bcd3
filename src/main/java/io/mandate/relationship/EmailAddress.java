package io.mandate.relationship;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address of one person (RFC 5321 section 4.1.2, without quoted local parts and address literals), its domain
 * in lower case and in the ASCII form of international names (RFC 5891). At most 254 characters.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public EmailAddress {
        if (!value.equals(normalise(value).orElse(null))) {
            throw new IllegalArgumentException("Not a normalised e-mail address");
        }
    }

    /** The address a person typed, or empty where it is none. Spaces around it are ignored. */
    public static Optional<EmailAddress> parse(String typed) {
        return typed == null ? Optional.empty() : normalise(typed.strip()).map(EmailAddress::new);
    }

    /** The address, where it is known to be one: stored or configured earlier. */
    public static EmailAddress of(String known) {
        return parse(known).orElseThrow(() -> new IllegalArgumentException("Not an e-mail address: " + known));
    }

    /** The domain, in lower case and ASCII form. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The part before the domain, as typed. */
    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normalise(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > 64 || typed.length() > MAX_LENGTH || !LOCAL_PART.matcher(typed.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiDomain(typed.substring(at + 1))
                .map(domain -> typed.substring(0, at) + "@" + domain)
                .filter(address -> address.length() <= MAX_LENGTH)
                .filter(EmailAddress::mailable);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
                    .filter(DOMAIN.asMatchPredicate());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean mailable(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException refused) {
            return false;
        }
    }
}
