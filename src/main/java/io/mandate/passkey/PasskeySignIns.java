package io.mandate.passkey;

import io.mandate.identity.Account;
import io.mandate.identity.AccountUser;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.identity.SignInMethod;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who a passkey signs in. Whether they still may is read now, not when it was added. */
@Component
public class PasskeySignIns {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Administrators administrators;

    PasskeySignIns(Passkeys passkeys, Accounts accounts, Administrators administrators) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.administrators = administrators;
    }

    /**
     * The person whose passkey a browser used. Throws {@link PasskeyRefusedException} where it is not what was asked for, or the
     * person may not sign in any more.
     */
    public AccountUser signIn(String challenge, String json) {
        PasskeyOwner owner = passkeys.use(challenge, json);
        return person(owner).orElseThrow(() -> new PasskeyRefusedException("The passkey's owner may not sign in any more"));
    }

    /**
     * Whether somebody can have passkeys: an administrator of a customer, or who has an account of Mandate's own. Who signs in at an
     * identity provider has theirs there, and loses access there.
     */
    public boolean isOpenTo(PasskeyOwner owner) {
        return person(owner).isPresent();
    }

    private Optional<AccountUser> person(PasskeyOwner owner) {
        Optional<Account> account = accounts.find(owner.address());
        return switch (owner.kind()) {
            case STAFF -> account.filter(one -> one.role() != Role.CUSTOMER).filter(PasskeySignIns::isOpen)
                    .map(one -> new AccountUser(one, SignInMethod.PASSKEY));
            case CUSTOMER -> customer(owner.address(), account.filter(one -> one.role() == Role.CUSTOMER));
        };
    }

    private Optional<AccountUser> customer(String address, Optional<Account> account) {
        List<Administrator> speaking = administrators.with(EmailAddress.of(address));
        if (speaking.isEmpty() || account.filter(one -> !isOpen(one)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(account.map(one -> new AccountUser(one, SignInMethod.PASSKEY))
                .orElseGet(() -> new AccountUser(speaking.get(0), SignInMethod.PASSKEY)));
    }

    private static boolean isOpen(Account account) {
        return !account.locked() && account.provider().isEmpty();
    }
}
