package io.mandate.termination.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.OpenForTests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A test of the page on which either side ends a relationship, in the running service. */
@ServiceTest
@Import({Lifecycle.class, OpenForTests.class})
abstract class EndPageTest {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Terminations terminations;
    @Autowired OpenForTests matters;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    final String address = Lifecycle.newAddress();
    Request request;
    String customers;
    String organisation;
    String paulas;
    String adas;
    Visitor paula;
    Visitor ada;

    @BeforeEach
    void a_relationship_in_force(@Autowired Partners partners) {
        TestMail.acceptAll();
        matters.settle();
        People.join(partners, accounts);
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        UUID customer = relationship().customer().id();
        customers = "/customers/" + request.relationshipId();
        organisation = "/organisation/" + customer;
        paulas = customers + "/end";
        adas = organisation + "/partners/" + request.relationshipId() + "/end";
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    HttpResponse<String> ask(Visitor who, String page, String note) {
        return who.submit(page, page, Map.of("act", "ask", "note", note));
    }

    /** Confirms or takes back what is open, or was last. */
    HttpResponse<String> act(Visitor who, String page, String act) {
        Map<String, String> form = new HashMap<>(Map.of("act", act, "shown", newest().id().toString()));
        return who.submit(page.equals(paulas) ? "/customers" : organisation, page, form);
    }

    Relationship relationship() {
        return relationships.get(request.relationshipId());
    }

    Termination newest() {
        return terminations.newest(request.relationshipId()).orElseThrow();
    }

    static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
