package io.mandate.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param username an e-mail address in lower case, plain enough to be an id in the engine and in its addresses
 * @param passwordHash with its algorithm in front, such as {@code {bcrypt}$2a$...}
 * @param partnerId the partner whose staff this is; present exactly for {@link Role#PARTNER}
 * @param customerId the customer who is administered; present exactly for {@link Role#CUSTOMER}
 * @param language of the mails to this person: en, es or de
 */
public record Account(
        String username,
        String displayName,
        String passwordHash,
        Role role,
        Optional<String> partnerId,
        Optional<UUID> customerId,
        String language) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9][a-z0-9.-]*");

    public Account {
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("Not a user name: an e-mail address in lower case is expected");
        }
        if (partnerId.isPresent() != role.ofPartner() || customerId.isPresent() != (role == Role.CUSTOMER)) {
            throw new IllegalArgumentException(
                    "Staff belong to a partner, a customer's account to a customer, anybody else to neither");
        }
    }

    /** Somebody of a partner's staff who also manages its people. */
    public static Account ofPartnerAdministrator(
            String partnerId, String username, String displayName, String passwordHash, String language) {
        return new Account(username, displayName, passwordHash, Role.PARTNER_ADMINISTRATOR, Optional.of(partnerId),
                Optional.empty(), language);
    }

    /** Somebody of a partner's staff. */
    public static Account ofPartner(
            String partnerId, String username, String displayName, String passwordHash, String language) {
        return new Account(
                username, displayName, passwordHash, Role.PARTNER_AGENT, Optional.of(partnerId), Optional.empty(), language);
    }

    /** An administrator of a customer. */
    public static Account ofCustomer(
            UUID customerId, String username, String displayName, String passwordHash, String language) {
        return new Account(
                username, displayName, passwordHash, Role.CUSTOMER, Optional.empty(), Optional.of(customerId), language);
    }

    /** Somebody who owns the processes. */
    public static Account ofProcessOwner(String username, String displayName, String passwordHash, String language) {
        return new Account(
                username, displayName, passwordHash, Role.PROCESS_OWNER, Optional.empty(), Optional.empty(), language);
    }

    /** Somebody of the provider's support. */
    public static Account ofSupport(String username, String displayName, String passwordHash, String language) {
        return new Account(
                username, displayName, passwordHash, Role.SUPPORT, Optional.empty(), Optional.empty(), language);
    }

    /** Somebody who reads everything. */
    public static Account ofAuditor(String username, String displayName, String passwordHash, String language) {
        return new Account(
                username, displayName, passwordHash, Role.AUDITOR, Optional.empty(), Optional.empty(), language);
    }

    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
