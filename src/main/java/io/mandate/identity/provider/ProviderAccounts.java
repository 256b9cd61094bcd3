package io.mandate.identity.provider;

import io.mandate.catalog.Languages;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.Columns;
import io.mandate.relationship.Partners;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the accounts of people who sign in by a provider: made at the first sign-in, brought up to date at each. Who somebody is
 * says the issuer with the subject; an address alone leads to nobody's account.
 */
@Service
public class ProviderAccounts {

    /** Whether somebody asked the customer something, or has its permission, and not all of that was erased. */
    private static final String KNOWN = """
            exists (select 1 from relationship r join request q on q.relationship_id = r.id
                where r.customer_id = customer.id and q.erased_at is null)
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Partners partners;
    private final Administrators administrators;

    ProviderAccounts(JdbcClient jdbc, Accounts accounts, Partners partners, Administrators administrators) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.partners = partners;
        this.administrators = administrators;
    }

    /** An account as it is known by issuer and subject. */
    private record Known(String username, String provider) {}

    /** The account of the person as it is now. Throws {@link RefusedSignInException} where there can be none, or it is locked. */
    @Transactional
    Account keep(VouchedPerson person) {
        person.partner().filter(id -> partners.find(id).isEmpty()).ifPresent(id -> {
            throw new RefusedSignInException(Reason.NO_ORGANISATION, "there is no partner with the id " + id + " yet");
        });
        Optional<Known> before = find(person);
        if (before.isEmpty()) {
            add(person);
        }
        Known known = find(person).filter(one -> one.provider().equals(person.provider())).orElseThrow(
                () -> new RefusedSignInException(Reason.ADDRESS_TAKEN, "the address belongs to a local account, or to another provider"));
        refuseLocked(known.username());
        update(person);
        Account account = find(person).filter(one -> one.username().equals(person.address().value()))
                .flatMap(one -> accounts.find(one.username()))
                .orElseThrow(() -> new RefusedSignInException(Reason.ADDRESS_TAKEN, "the person's new address belongs to another account"));
        if (person.administrator()) {
            admit(person, account);
        }
        return account;
    }

    /** Ends what sessions the person has whom the provider knows by this subject. */
    public void endSessions(String provider, String subject) {
        jdbc.sql("update account set version = version + 1 where provider = :provider and subject = :subject")
                .param("provider", provider).param("subject", subject).update();
    }

    /** Removes the accounts of people of customers about whom nothing is known any more. */
    @Transactional
    public void forgetFormerCustomers() {
        jdbc.sql("delete from account where customer_identity is not null and not exists (select 1 from customer where identity = "
                + "account.customer_identity and " + KNOWN + ")").update();
    }

    private Optional<Known> find(VouchedPerson person) {
        return jdbc.sql("select username, provider from account where issuer = :issuer and subject = :subject for update")
                .params(who(person)).query(Known.class).optional();
    }

    /** Where the address is somebody's already, nothing is added. */
    private void add(VouchedPerson person) {
        jdbc.sql("""
                        insert into account (username, display_name, provider, issuer, subject, role, partner_id,
                            customer_identity, language)
                        values (:username, :name, :provider, :issuer, :subject, :role, :partner, :customer, :language)
                        on conflict do nothing
                        """)
                .params(who(person)).param("provider", person.provider())
                .param("username", person.address().value()).param("name", person.name())
                .param("role", person.role().name()).param("partner", person.partner().orElse(null))
                .param("customer", person.customer().orElse(null))
                .param("language", person.language().orElse(Languages.ALL.get(0)).getLanguage())
                .update();
    }

    private void refuseLocked(String username) {
        if (accounts.find(username).orElseThrow().locked()) {
            throw new RefusedSignInException(Reason.LOCKED, "the account is locked");
        }
    }

    /** What the provider says now; whoever is somebody else by it has to sign in anew elsewhere. An address in use is left alone. */
    private void update(VouchedPerson person) {
        jdbc.sql("""
                        update account set username = :username, display_name = :name, role = :role, partner_id = :partner,
                            customer_identity = :customer, language = coalesce(:language, language),
                            version = version + case when username <> :username or role <> :role
                                or coalesce(partner_id, '') <> coalesce(:partner, '')
                                or coalesce(customer_identity, '') <> coalesce(:customer, '') then 1 else 0 end
                        where issuer = :issuer and subject = :subject
                            and (username <> :username or display_name <> :name or role <> :role
                                or language <> coalesce(:language, language)
                                or coalesce(partner_id, '') <> coalesce(:partner, '')
                                or coalesce(customer_identity, '') <> coalesce(:customer, ''))
                            and not exists (select 1 from account other where other.username = :username
                                and (other.subject is null or other.issuer <> :issuer or other.subject <> :subject))
                        """)
                .params(who(person)).param("username", person.address().value()).param("name", person.name())
                .param("role", person.role().name()).param("partner", person.partner().orElse(null), java.sql.Types.VARCHAR)
                .param("customer", person.customer().orElse(null), java.sql.Types.VARCHAR)
                .param("language", person.language().map(Locale::getLanguage).orElse(null), java.sql.Types.VARCHAR)
                .update();
    }

    /** Whom the customer itself removed stays removed until it names them again. */
    private void admit(VouchedPerson person, Account account) {
        jdbc.sql("select id from customer where identity = :identity and " + KNOWN + " order by id")
                .param("identity", person.organisation().id())
                .query((row, number) -> Columns.uuid(row, "id")).list()
                .forEach((UUID customer) -> administrators.admit(
                        customer, person.address(), account.displayName(), Locale.forLanguageTag(account.language())));
    }

    private static Map<String, Object> who(VouchedPerson person) {
        return Map.of("issuer", person.issuer(), "subject", person.subject());
    }
}
