package io.mandate.customers.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** A partner gives a permission up, and sees how others were lost. */
@ServiceTest
@Import(Lifecycle.class)
class GiveUpTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Revocations revocations;
    @Autowired Removals removals;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request request;
    private UUID customer;
    private String page;
    private String form;
    private Visitor paula;

    @BeforeEach
    void paula_holds_a_permission(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        page = "/customers/" + request.relationshipId();
        form = page + "/services/mail/give-up";
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @Test
    void it_ends_at_once_and_the_duty_stays() {
        // given
        String shown = shown();

        // when
        HttpResponse<String> answer = giveUp(shown, "We no longer offer mail.");
        HttpResponse<String> secondClick = giveUp(shown, "We no longer offer mail.");

        // then
        assertThat(Visitor.location(answer)).isEqualTo(page);
        assertThat(Visitor.location(secondClick)).isEqualTo(page);
        assertThat(held()).isEmpty();
        assertThat(words(paula.open(page))).contains("You gave up the permission", "You gave it up on", "In force, without permission",
                "your duty to support them stay", "Support duty since");
        life.jobs().runDue();
        assertThat(TestMail.text(address, "The permission of Contoso Cloud has ended")).contains("no longer offer mail");
    }

    @Test
    void nothing_is_given_up_that_changed_since_it_was_shown() {
        // given
        String shown = shown();
        removals.removedByCustomer(held().get(0), "Ada Admin", "");

        // when
        HttpResponse<String> answer = giveUp(shown, "Because.");

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("changed since this page was opened", "You do not hold the permission");
        assertThat(words(paula.open(page))).contains("The customer removed yours on");
    }

    @Test
    void too_long_a_reason_comes_back_as_typed() {
        HttpResponse<String> answer = giveUp(shown(), "x".repeat(1001));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("these are 1,001", "x".repeat(1001));
        assertThat(held()).hasSize(1);
    }

    @Test
    void of_a_reason_only_what_can_be_read_is_kept() {
        giveUp(shown(), " We\u0000 no longer\r\noffer mail.\u0007 ");

        assertThat(revocations.of(request.relationshipId())).singleElement()
                .extracting(Revocation::note).isEqualTo("We no longer\noffer mail.");
    }

    @Test
    void another_partner_cannot_do_it() {
        Visitor fiona = Visitor.signedIn(port, FIONA.address().value());

        assertThat(fiona.open(form).statusCode()).isEqualTo(404);
        assertThat(fiona.submit("/customers", form, Map.of("shown", shown())).statusCode()).isIn(403, 404);
        assertThat(paula.forge(form, Map.of("shown", shown())).statusCode()).isEqualTo(403);
        assertThat(held()).hasSize(1);
    }

    @Test
    void what_moved_to_another_partner_is_told_without_a_name() {
        // given
        life.sent(FIONA, address, MAIL);
        life.approve(life.proven(address), address,
                List.of(new Choice(MAIL, "contoso")));

        // then
        assertThat(words(paula.open(page))).contains("another partner", "It was moved to another partner on")
                .doesNotContain("Fabrikam");
    }

    private HttpResponse<String> giveUp(String shown, String note) {
        return paula.submit(form, form, Map.of("shown", shown, "note", note));
    }

    private String shown() {
        Matcher field = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(paula.open(form).body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private List<Permission> held() {
        return permissions.heldAt(customer, clock.instant());
    }

    private static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
