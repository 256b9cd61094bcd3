package io.mandate;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bounce.BouncedMails;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.testing.DatabaseContent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What tests of the way through Tasklist need; customers are admitted there. */
@ServiceTest
@Import({Lifecycle.class, BouncedMails.class})
@TestPropertySource(properties = "mandate.tasklist.customers=true")
abstract class TasklistTest {

    static final Map<String, Object> SERVICES = Map.of(
            "mail_administrator", true, "mail_reader", true, "mail_days", 365,
            "infrastructure_operator", true, "infrastructure_days", 90);

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired Lifecycle life;
    @Autowired BouncedMails bounced;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;

    TasklistPerson paula;
    DatabaseContent database;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        TestMail.acceptAll();
        paula = new TasklistPerson(port, PAULA.address().value());
        database = new DatabaseContent(jdbc);
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The start form, filled in for an address. */
    static Map<String, Object> who(String address) {
        return Map.of("organisation", "Northwind Traders", "address", address, "language", "en", "country", "US", "cloud", "global");
    }

    /** The same fields with other values in some of them. */
    static Map<String, Object> with(Map<String, ?> fields, Map<String, ?> others) {
        Map<String, Object> all = new HashMap<>(fields);
        all.putAll(others);
        return all;
    }

    /** Asks the address for SERVICES by the start form and the review, and has the mail sent. */
    Request asked(String address) {
        done(paula.start(who(address)));
        done(paula.complete(paula.task(), SERVICES));
        life.jobs().runDue();
        return requests.get(newest());
    }

    UUID newest() {
        return jdbc.sql("select id from request order by opened_at desc fetch first 1 row only").query(UUID.class).single();
    }

    /** The task of this name that waits for the request. */
    String task(String name, Request request) {
        return jdbc.sql("""
                        select t.id_ from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_
                        where t.name_ = :name and v.name_ = 'request' and v.text_ = :request
                        """)
                .param("name", name).param("request", request.id().toString()).query(String.class).single();
    }

    /** The customer's administrator, with an account of that customer. */
    TasklistPerson ada(Request request) {
        String address = "ada@" + domain(request.address().value());
        accounts.add(Account.ofCustomer(relationships.get(request.relationshipId()).customer().id(), address, "Ada Admin",
                "{noop}" + People.PASSWORD, "en"));
        return new TasklistPerson(port, address);
    }

    /** The form as it opens, with the declarations that an approval needs. */
    static Map<String, Object> yes(Map<String, Object> shown) {
        Map<String, Object> fields = new HashMap<>(shown);
        List.of("partner", "contact", "partnerSince", "asked", "agreementText", "agreementContinued",
                "request", "validUntil", "nudgeAt").forEach(fields::remove);
        // Shown only, and never submitted.
        fields.keySet().removeIf(field -> field.startsWith("before_"));
        fields.putAll(Map.of("decision", "approve", "agreementAccepted", true, "administrator", true));
        return fields;
    }

    static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }
}
