package io.mandate.identity;

import io.mandate.relationship.Administrator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** An account as the session remembers it: serialisable, and without its password once it is checked. */
public class AccountUser extends User implements SignedInPerson {

    private static final long serialVersionUID = 2L;
    private static final int NO_ACCOUNT = -1;

    private final String displayName;
    private final Role role;
    private final String partnerId;
    private final UUID customerId;
    private final String language;
    private final SignInMethod method;
    private final int version;

    /** The account of a person who proved in that way who they are. */
    public AccountUser(Account account, SignInMethod method) {
        super(
                account.username(),
                // Looked at once, and then not kept.
                method == SignInMethod.PASSWORD ? account.passwordHash().orElse("") : "",
                AuthorityUtils.createAuthorityList(account.role().authorities()));
        this.displayName = account.displayName();
        this.role = account.role();
        this.partnerId = account.partnerId().orElse(null);
        this.customerId = account.customerId().orElse(null);
        this.language = account.language();
        this.method = method;
        this.version = account.version();
    }

    /** A person who speaks for customers and signed in in that way, without an account. */
    public AccountUser(Administrator person, SignInMethod method) {
        super(person.address().value(), "", AuthorityUtils.createAuthorityList(Role.CUSTOMER.authorities()));
        this.displayName = person.name();
        this.role = Role.CUSTOMER;
        this.partnerId = null;
        this.customerId = null;
        this.language = person.language().getLanguage();
        this.method = method;
        this.version = NO_ACCOUNT;
    }

    @Override
    public SignedIn signedIn() {
        return new SignedIn(
                getUsername(),
                displayName,
                role,
                Optional.ofNullable(partnerId),
                Optional.ofNullable(customerId),
                language,
                method);
    }

    @Override
    public OptionalInt accountVersion() {
        return version == NO_ACCOUNT ? OptionalInt.empty() : OptionalInt.of(version);
    }
}
