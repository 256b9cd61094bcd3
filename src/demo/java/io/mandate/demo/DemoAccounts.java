package io.mandate.demo;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.SignInHints;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Staff of both partners and of the indirect provider of one, a process owner, somebody of the provider's support and an
 * auditor, all with the same password, which the sign-in page tells.
 */
@Component
@Profile("demo")
@Order(2)
class DemoAccounts implements ApplicationRunner, SignInHints {

    private static final String PASSWORD = "demo";

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final ObjectProvider<Inbox> inbox;

    DemoAccounts(Accounts accounts, PasswordEncoder encoder, ObjectProvider<Inbox> inbox) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.inbox = inbox;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String hash = encoder.encode(PASSWORD);
        accounts.add(Account.ofPartnerAdministrator("contoso", "paula@contoso.example", "Paula Pérez", hash, "en"));
        accounts.add(Account.ofPartner("contoso", "carl@contoso.example", "Carl Conrad", hash, "es"));
        accounts.add(Account.ofPartnerAdministrator("fabrikam", "fiona@fabrikam.example", "Fiona Fischer", hash, "de"));
        accounts.add(Account.ofPartnerAdministrator("adatum", "dana@adatum.example", "Dana Dahl", hash, "en"));
        accounts.add(Account.ofProcessOwner("olivia@mandate.example", "Olivia Owens", hash, "en"));
        accounts.add(Account.ofSupport("sam@mandate.example", "Sam Sanders", hash, "en"));
        accounts.add(Account.ofAuditor("audrey@mandate.example", "Audrey Adler", hash, "en"));
    }

    @Override
    public List<Hint> hints() {
        return List.of(
                new Hint("paula@contoso.example", PASSWORD, "Partner, Contoso Cloud, its administrator"),
                new Hint("carl@contoso.example", PASSWORD, "Partner, Contoso Cloud, a colleague"),
                new Hint("fiona@fabrikam.example", PASSWORD, "Partner, Fabrikam Managed Services"),
                new Hint("dana@adatum.example", PASSWORD, "Indirect provider of Fabrikam, Adatum Distribution"),
                new Hint("olivia@mandate.example", PASSWORD, "Process owner"),
                new Hint("sam@mandate.example", PASSWORD, "The provider's support"),
                new Hint("audrey@mandate.example", PASSWORD, "Auditor"));
    }

    @Override
    public List<Place> places() {
        // Another node has them.
        return inbox.getIfAvailable() == null ? List.of() : List.of(
                new Place("/inbox", "Inbox: every mail that was sent"),
                new Place("/demo-service", "Mail service: who can do what there"));
    }
}
