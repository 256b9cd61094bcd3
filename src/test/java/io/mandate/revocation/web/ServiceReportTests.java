package io.mandate.revocation.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.RemovalReport;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Services report what was removed in their own portals, as often as they like. */
@ServiceTest
@Import(Lifecycle.class)
class ServiceReportTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Revocations revocations;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private final String id = UUID.randomUUID().toString();
    private Request request;
    private UUID customer;

    @BeforeEach
    void two_permissions_are_held() {
        TestMail.acceptAll();
        request = life.sent(PAULA, address, MAIL, INFRASTRUCTURE);
        life.approve(address, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
    }

    @Test
    void a_removal_ends_the_permission_once_however_often_it_is_reported() {
        // when
        HttpResponse<String> first = report(json("mail", "contoso", "removed"));
        HttpResponse<String> again = report(json("mail", "contoso", "removed"));

        // then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"result\":\"removed\"", "\"revocation\":\"").isEqualTo(again.body());
        assertThat(permissions.heldAt(customer, clock.instant())).extracting(Permission::service).containsExactly("infrastructure");
        assertThat(revocations.of(request.relationshipId())).singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(RevocationReason.REMOVED_AT_SERVICE));
        life.jobs().runDue();
        assertThat(TestMail.text("paula@contoso.example", "your permission has ended")).contains("own portal");
        assertThat(TestMail.text(address, "The permission of Contoso Cloud has ended")).contains("own");
    }

    @Test
    void what_was_given_to_another_partner_there_is_told_so() {
        report(json("mail", "contoso", "reassigned"));

        assertThat(revocations.of(request.relationshipId())).singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(RevocationReason.REASSIGNED));
    }

    @Test
    void what_nobody_or_another_partner_holds_is_no_mistake() {
        assertThat(report(json("mail", "fabrikam", "removed")).body()).isEqualTo("{\"result\":\"not-held\"}");
        assertThat(report(json("mail", "fabrikam", "removed")).body()).isEqualTo("{\"result\":\"not-held\"}");
        assertThat(permissions.heldAt(customer, clock.instant())).hasSize(2);
    }

    @Test
    void an_id_stands_for_one_report() {
        report(json("mail", "fabrikam", "removed"));

        HttpResponse<String> other = report(json("mail", "contoso", "removed"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(permissions.heldAt(customer, clock.instant())).hasSize(2);
    }

    @Test
    void only_the_services_own_account_may_report() {
        assertThat(report(json("infrastructure", "contoso", "removed")).statusCode()).isEqualTo(403);
        assertThat(RemovalReport.send(port, "mail-service", "wrong", json("mail", "contoso", "removed")).statusCode()).isEqualTo(401);
        assertThat(permissions.heldAt(customer, clock.instant())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]                                                                              | not a JSON object",
        "{                                                                               | not valid JSON",
        "{\"kind\":\"removed\"}                                                          | \"id\\\" is missing",
        "{\"kind\":\"gone\"}                                                             | neither",
        "{\"kind\":\"removed\",\"id\":\"a\\u0000b\"}                                     | control characters",
        "{\"kind\":\"removed\",\"id\":7}                                                 | is no string",
        "{\"kind\":\"removed\",\"id\":\"1\",\"customer\":\"x\",\"service\":\"mail\",\"partner\":\"contoso\"} | no customer's id",
    }, quoteCharacter = '`')
    void what_is_wrong_is_named(String body, String why) {
        HttpResponse<String> answer = report(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body().replace("\\\"", "\"")).contains(why.replace("\\\"", "\""));
    }

    private String json(String service, String partner, String kind) {
        return RemovalReport.json(id, customer, service, partner, kind);
    }

    private HttpResponse<String> report(String body) {
        return RemovalReport.send(port, body);
    }
}
