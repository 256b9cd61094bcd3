package io.mandate.renegotiation.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A test of the page of a duty in the running service: Paula of Contoso has it, Fiona of Fabrikam may get it, Ada is the customer. */
@ServiceTest
@Import(Lifecycle.class)
abstract class DutyPageTest {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Renegotiations renegotiations;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    final String address = Lifecycle.newAddress();
    Request request;
    Request fabrikams;
    String customers;
    String organisation;
    String paulas;
    String fionas;
    String adas;
    Visitor paula;
    Visitor fiona;
    Visitor ada;

    @BeforeEach
    void two_relationships_in_force(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        fabrikams = life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        UUID customer = relationship().customer().id();
        customers = "/customers/" + request.relationshipId();
        organisation = "/organisation/" + customer;
        paulas = customers + "/duty";
        fionas = "/customers/" + fabrikams.relationshipId() + "/duty";
        adas = organisation + "/partners/" + request.relationshipId() + "/duty";
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
        paula = Visitor.signedIn(port, PAULA.address().value());
        fiona = Visitor.signedIn(port, FIONA.address().value()).speaking(Locale.ENGLISH);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    HttpResponse<String> release(Visitor who, String page, String note) {
        return who.submit(page, page, proposal("release", day(30), "", note));
    }

    HttpResponse<String> handOver(Visitor who, String page) {
        return who.submit(page, page, proposal("hand_over", day(30), page.equals(adas) ? "fabrikam" : "", "We close."));
    }

    Map<String, String> proposal(String kind, String lastDay, String partner, String note) {
        return new HashMap<>(Map.of("act", "propose", "kind", kind, "lastDay", lastDay, "partner", partner, "note", note,
                "partnerNote", "Please help us."));
    }

    /** Does something about the newest proposal. */
    HttpResponse<String> act(Visitor who, String page, String act, String... more) {
        Map<String, String> form = new HashMap<>(Map.of("act", act, "shown", newest().id().toString()));
        for (int at = 0; at < more.length; at += 2) {
            form.put(more[at], more[at + 1]);
        }
        return who.submit(who == ada ? organisation : "/customers", page, form);
    }

    String day(int ahead) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(ahead).toString();
    }

    Relationship relationship() {
        return relationships.get(request.relationshipId());
    }

    Renegotiation newest() {
        return renegotiations.of(request.relationshipId()).get(0);
    }

    static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
