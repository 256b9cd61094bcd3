package io.mandate.rights;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One caller for each column of the table. */
final class Callers {

    private static final String CUSTOMER = "nancy@rights.example";
    private static final String ADMINISTRATOR = "petra@contoso.example";
    private static final String AUDITOR = "aude@mandate.example";

    private Callers() {}

    /** Gives everybody an account, and lets them come to the service. */
    static Map<Who, Caller> at(int port, Partners partners, Accounts accounts, JdbcClient jdbc, Decisions decisions) {
        People.join(partners, accounts);
        UUID customer = UUID.nameUUIDFromBytes(CUSTOMER.getBytes());
        jdbc.sql("insert into customer (id, cloud, identity, country) values (?, 'global', 'rights.example', 'US') on conflict do nothing")
                .param(customer).update();
        String hash = "{noop}" + People.PASSWORD;
        accounts.add(Account.ofCustomer(customer, CUSTOMER, "Nancy", hash, "en"));
        accounts.add(Account.ofPartnerAdministrator("contoso", ADMINISTRATOR, "Petra", hash, "en"));
        accounts.add(Account.ofAuditor(AUDITOR, "Aude", hash, "en"));
        Map<Who, Caller> callers = new EnumMap<>(Who.class);
        Map<Who, String> names = Map.of(
                Who.PARTNER_ADMINISTRATOR, ADMINISTRATOR, Who.PARTNER_AGENT, People.PAULA.address().value(),
                Who.CUSTOMER, CUSTOMER, Who.PROCESS_OWNER, People.OLIVIA, Who.SUPPORT, People.SAM, Who.AUDITOR, AUDITOR);
        for (Who who : Who.values()) {
            callers.put(who, new Caller(who, names.containsKey(who)
                    ? () -> Visitor.signedIn(port, names.get(who)) : () -> new Visitor(port), decisions));
        }
        return callers;
    }
}
