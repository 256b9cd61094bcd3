package io.mandate.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param username an e-mail address in lower case, plain enough to be an id in the engine and in its addresses
 * @param passwordHash with its algorithm in front, such as {@code {bcrypt}$2a$...}; empty for an account of an identity
 *     provider, and for a local one whose password is still to be set
 * @param provider the id of the identity provider's registration by which this person signs in; empty for a local account
 * @param partnerId the partner whose staff this is; present exactly where the role is {@linkplain Role#ofPartner() of a partner}
 * @param customerId the customer who is administered; present exactly for {@link Role#CUSTOMER}, except that the people of a
 *     customer's identity provider may belong to it in several clouds
 * @param language of the mails to this person: en, es or de
 * @param locked whether signing in is refused
 * @param version grows with every change after which older sessions count no more: role, partner, lock, password
 */
public record Account(
        String username,
        String displayName,
        Optional<String> passwordHash,
        Optional<String> provider,
        Role role,
        Optional<String> partnerId,
        Optional<UUID> customerId,
        String language,
        boolean locked,
        int version) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9][a-z0-9.-]*");

    public Account {
        if (!isUsername(username)) {
            throw new IllegalArgumentException("Not a user name: an e-mail address in lower case is expected");
        }
        boolean ofCustomer = customerId.isPresent() || (provider.isPresent() && role == Role.CUSTOMER);
        if (partnerId.isPresent() != role.ofPartner() || ofCustomer != (role == Role.CUSTOMER)) {
            throw new IllegalArgumentException(
                    "Staff belong to a partner, a customer's account to a customer, anybody else to neither");
        }
        if (provider.isPresent() && passwordHash.isPresent()) {
            throw new IllegalArgumentException("An account of an identity provider has no password");
        }
    }

    /** A new account, which has no password and is not locked. */
    public Account(String username, String displayName, Role role, Optional<String> partnerId, Optional<UUID> customerId,
            String language) {
        this(username, displayName, Optional.empty(), Optional.empty(), role, partnerId, customerId, language, false, 0);
    }

    /** Somebody of a partner's staff who also manages its people. */
    public static Account ofPartnerAdministrator(
            String partnerId, String username, String displayName, String passwordHash, String language) {
        return staff(username, displayName, Role.PARTNER_ADMINISTRATOR, Optional.of(partnerId), language).withPassword(passwordHash);
    }

    /** Somebody of a partner's staff. */
    public static Account ofPartner(
            String partnerId, String username, String displayName, String passwordHash, String language) {
        return staff(username, displayName, Role.PARTNER_AGENT, Optional.of(partnerId), language).withPassword(passwordHash);
    }

    /** An administrator of a customer. */
    public static Account ofCustomer(
            UUID customerId, String username, String displayName, String passwordHash, String language) {
        return new Account(username, displayName, Role.CUSTOMER, Optional.empty(), Optional.of(customerId), language)
                .withPassword(passwordHash);
    }

    /** Somebody who owns the processes. */
    public static Account ofProcessOwner(String username, String displayName, String passwordHash, String language) {
        return staff(username, displayName, Role.PROCESS_OWNER, Optional.empty(), language).withPassword(passwordHash);
    }

    /** Somebody of the provider's support. */
    public static Account ofSupport(String username, String displayName, String passwordHash, String language) {
        return staff(username, displayName, Role.SUPPORT, Optional.empty(), language).withPassword(passwordHash);
    }

    /** Somebody who reads everything. */
    public static Account ofAuditor(String username, String displayName, String passwordHash, String language) {
        return staff(username, displayName, Role.AUDITOR, Optional.empty(), language).withPassword(passwordHash);
    }

    private static Account staff(String username, String displayName, Role role, Optional<String> partnerId, String language) {
        return new Account(username, displayName, role, partnerId, Optional.empty(), language);
    }

    /** This account with that password, given as {@link #passwordHash}. */
    public Account withPassword(String hash) {
        return new Account(username, displayName, Optional.of(hash), provider, role, partnerId, customerId, language, locked, version);
    }

    /** This account as one of that identity provider, without a password. */
    public Account withProvider(String registration) {
        return new Account(username, displayName, Optional.empty(), Optional.of(registration), role, partnerId, customerId, language,
                locked, version);
    }

    /** This account in an earlier version, as somebody was shown it. */
    public Account asOf(int shown) {
        return new Account(username, displayName, passwordHash, provider, role, partnerId, customerId, language, locked, shown);
    }

    /** Whether this can be the user name of an account: an e-mail address in lower case, of plain letters, digits and {@code ._+-}. */
    public static boolean isUsername(String address) {
        return USERNAME.matcher(address).matches();
    }

    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
