package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody who manages accounts, and which: an administrator of a partner those of its people, a process owner those of all
 * staff. Accounts of customers are nobody's: who administers a customer is said on the customer's own page.
 *
 * @param partner empty for a process owner
 */
public record Manager(String username, Optional<String> partner) {

    private static final List<Role> OF_PARTNERS = List.of(Role.PARTNER_ADMINISTRATOR, Role.PARTNER_AGENT);
    private static final List<Role> OF_PROVIDER = List.of(Role.PROCESS_OWNER, Role.SUPPORT, Role.AUDITOR);

    /** The person as a manager. Throws {@link AccessDeniedException} for who manages nobody. */
    public static Manager of(SignedIn person) {
        return switch (person.role()) {
            case PARTNER_ADMINISTRATOR -> new Manager(person.username(), Optional.of(person.partner()));
            case PROCESS_OWNER -> new Manager(person.username(), Optional.empty());
            default -> throw new AccessDeniedException("Only administrators and process owners manage accounts");
        };
    }

    /** Whether the account is among those that are managed. */
    boolean manages(Account account) {
        return account.role() != Role.CUSTOMER && (partner.isEmpty() || account.partnerId().equals(partner));
    }

    /** The roles of the accounts that can be added. */
    public List<Role> roles() {
        return partner.isPresent() ? OF_PARTNERS : Stream.of(OF_PARTNERS, OF_PROVIDER).flatMap(List::stream).toList();
    }

    /** The roles that somebody can have who has this one, it included. */
    public static List<Role> besides(Role role) {
        return role.ofPartner() ? OF_PARTNERS : OF_PROVIDER;
    }
}
