package io.mandate.servicerequest.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.servicerequest.Comments;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestRegister;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A test of the pages of service requests, for a partner whose permission was removed and who is still on duty. */
@ServiceTest
@Import(Lifecycle.class)
abstract class ServiceRequestPageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]*)\"");

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Removals removals;
    @Autowired Accounts accounts;
    @Autowired ServiceRequests requests;
    @Autowired ServiceRequestRegister register;
    @Autowired Comments comments;
    @Autowired Clock clock;
    @LocalServerPort int port;

    final String address = Lifecycle.newAddress();
    UUID relationship;
    UUID customer;
    String home;
    Visitor paula;
    Visitor ada;
    Visitor sam;

    @BeforeEach
    void a_partner_on_duty_without_a_permission(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        relationship = request.relationshipId();
        removals.removedByCustomer(permissions.heldBy(relationship, clock.instant()).get(0), "Ada Admin", "");
        life.jobs().runDue();
        customer = relationships.get(relationship).customer().id();
        home = "/customers/" + relationship;
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        paula = Visitor.signedIn(port, PAULA.address().value());
        ada = Visitor.signedIn(port, address);
        sam = Visitor.signedIn(port, People.SAM);
    }

    /** One that is open. */
    ServiceRequest opened() {
        return requests.open(UUID.randomUUID(), relationship, new NewServiceRequest(
                Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Mail is slow", "It takes minutes. <b>${7*7}</b>"),
                PAULA);
    }

    /** Where the partner, the customer and support find it. */
    String ofPartner(ServiceRequest one) {
        return home + "/service-requests/" + one.id();
    }

    String ofCustomer(ServiceRequest one) {
        return "/organisation/" + customer + "/service-requests/" + one.id();
    }

    String ofSupport(ServiceRequest one) {
        return "/support/" + one.id();
    }

    /** The form for a new one, filled in. */
    Map<String, String> form() {
        return new HashMap<>(Map.of("key", key(paula, home + "/service-requests/new"), "service", "mail", "priority", "HIGH",
                "subject", "Mail is slow", "text", "It takes minutes. <b>${7*7}</b>"));
    }

    HttpResponse<String> open(Map<String, String> form) {
        return paula.submit(home + "/service-requests/new", home + "/service-requests", form);
    }

    /** All of the relationship, with their texts. */
    List<ServiceRequest> all() {
        return register.of(relationship, 0, 100).stream().map(one -> register.get(one.id())).toList();
    }

    /** Says something on a page, with one of its buttons. */
    static HttpResponse<String> say(Visitor who, String page, String button, String text) {
        return who.submit(page, page, Map.of("key", key(who, page), "say", button, "text", text));
    }

    static String key(Visitor who, String page) {
        Matcher key = KEY.matcher(who.open(page).body());
        return key.find() ? key.group(1) : "";
    }

    static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }

    void assertNothingOpened() {
        assertThat(register.count(relationship)).isZero();
    }
}
