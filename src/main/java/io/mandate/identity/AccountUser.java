package io.mandate.identity;

import io.mandate.relationship.Administrator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** An account as the session remembers it: serialisable, and without its password once it is checked. */
class AccountUser extends User {

    private static final long serialVersionUID = 1L;

    private final String displayName;
    private final Role role;
    private final String partnerId;
    private final UUID customerId;
    private final String language;

    AccountUser(Account account) {
        super(
                account.username(),
                account.passwordHash(),
                AuthorityUtils.createAuthorityList(account.role().authorities()));
        this.displayName = account.displayName();
        this.role = account.role();
        this.partnerId = account.partnerId().orElse(null);
        this.customerId = account.customerId().orElse(null);
        this.language = account.language();
    }

    /** A person who speaks for customers and signed in without an account. */
    AccountUser(Administrator person) {
        super(person.address().value(), "", AuthorityUtils.createAuthorityList(Role.CUSTOMER.authorities()));
        this.displayName = person.name();
        this.role = Role.CUSTOMER;
        this.partnerId = null;
        this.customerId = null;
        this.language = person.language().getLanguage();
    }

    SignedIn signedIn() {
        return new SignedIn(
                getUsername(),
                displayName,
                role,
                Optional.ofNullable(partnerId),
                Optional.ofNullable(customerId),
                language);
    }
}
