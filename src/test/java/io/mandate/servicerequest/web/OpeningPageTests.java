package io.mandate.servicerequest.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner on duty opens a service request on behalf of its customer. */
class OpeningPageTests extends ServiceRequestPageTest {

    @Test
    void it_is_opened_without_a_permission_and_shown_to_all_three_sides() {
        // given
        assertThat(words(paula.open(home))).contains("In force, without permission", "Open a service request");

        // when
        HttpResponse<String> answer = open(form());

        // then
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = Visitor.location(answer);
        assertThat(words(paula.open(page))).contains("The service request was opened", "Mail is slow", "With support",
                "It takes minutes. <b>${7*7}</b>", "Paula Pérez (partner) opened the request", "To be solved by");
        assertThat(words(paula.open(home))).contains("Mail is slow");
        assertThat(words(ada.open("/organisation/" + customer))).contains("Service requests", "Mail is slow", "Contoso Cloud");
        assertThat(words(sam.open("/support"))).contains("Mail is slow", "Northwind Traders", "Contoso Cloud");
    }

    @Test
    void sent_twice_it_opens_one_and_about_the_account_as_a_whole_it_has_no_service() {
        // given
        Map<String, String> form = form();
        form.put("service", "account");

        // when
        HttpResponse<String> first = open(form);
        HttpResponse<String> second = open(form);

        // then
        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first)).startsWith(home + "/service-requests/");
        assertThat(register.of(relationship)).singleElement().satisfies(one -> {
            assertThat(one.service()).isEmpty();
            assertThat(one.priority()).isEqualTo(ServicePriority.HIGH);
            assertThat(one.status()).isEqualTo(ServiceRequestStatus.OPEN);
        });
        assertThat(words(paula.open(home))).contains("The account as a whole");
    }

    @ParameterizedTest
    @CsvSource({
        "service, '', Please choose what it is about", "service, calendar, Please choose what it is about",
        "priority, '', Please choose a priority", "priority, VERY, Please choose a priority",
        "subject, '  ', Please enter a subject", "text, '', Please describe what you need",
        "text, ' ', Please describe what you need",
    })
    void what_is_missing_or_unknown_is_told_and_the_typing_stays(String field, String typed, String why) {
        // given
        Map<String, String> form = form();
        form.put(field, typed);

        // when
        HttpResponse<String> answer = open(form);

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains(why);
        assertThat(answer.body()).contains("value=\"" + form.get("key") + "\"");
        if (!field.equals("subject")) {
            assertThat(answer.body()).contains("value=\"Mail is slow\"");
        }
        if (!field.equals("text")) {
            assertThat(words(answer)).contains("It takes minutes. <b>${7*7}</b>");
        }
        assertNothingOpened();
    }

    @ParameterizedTest
    @CsvSource({"subject, 200", "text, 3000"})
    void too_long_a_text_is_refused_and_the_longest_is_taken(String field, int most) {
        Map<String, String> form = form();
        form.put(field, "x".repeat(most + 1));

        HttpResponse<String> answer = open(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("At most %,d characters, please; these are %,d".formatted(most, most + 1));
        assertThat(answer.body()).contains("x".repeat(most + 1));
        assertNothingOpened();

        form.put(field, "x".repeat(most));
        assertThat(open(form).statusCode()).isEqualTo(302);
    }

    @Test
    void control_characters_are_left_out_and_lines_are_kept() {
        // given
        Map<String, String> form = form();
        form.put("subject", "Mail\u0000is\r\nslow\u0007");
        form.put("text", "One\r\ntwo\u0000\tthree");

        // when
        String page = Visitor.location(open(form));
        HttpResponse<String> said = say(paula, page, "comment", "Four\u0000\r\nfive");

        // then
        assertThat(said.statusCode()).isEqualTo(302);
        assertThat(register.of(relationship)).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("Mail is slow");
            assertThat(one.text()).isEqualTo("One\ntwo\tthree");
            assertThat(comments.of(one.id())).extracting(Comment::text).containsExactly("", "Four\nfive");
        });
    }

    @Test
    void a_form_of_another_site_or_without_fields_opens_nothing() {
        assertThat(paula.forge(home + "/service-requests", form()).statusCode()).isEqualTo(403);
        assertThat(open(Map.of()).statusCode()).isEqualTo(422);
        assertNothingOpened();
    }

    @Test
    void a_partner_without_the_duty_is_refused_and_told_why() {
        // given
        String other = Lifecycle.newAddress();
        Request asked = life.sent(PAULA, other, MAIL);
        String page = "/customers/" + asked.relationshipId() + "/service-requests";

        // then
        assertThat(words(paula.open("/customers/" + asked.relationshipId())))
                .contains("You have no duty to support Northwind Traders");
        assertThat(paula.open(page + "/new").statusCode()).isEqualTo(403);
        assertThat(words(paula.open(page + "/new"))).contains("You have no duty to support Northwind Traders");
        HttpResponse<String> answer = paula.submit(home + "/service-requests/new", page, form());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(words(answer)).contains("You have no duty to support");
        assertThat(register.of(asked.relationshipId())).isEmpty();
    }

    @Test
    void another_partner_finds_neither_the_form_nor_the_request() {
        // given
        Visitor fiona = Visitor.signedIn(port, FIONA.address().value());
        String page = Visitor.location(open(form()));

        // then
        assertThat(fiona.open(home + "/service-requests/new").statusCode()).isEqualTo(404);
        assertThat(fiona.submit("/customers", home + "/service-requests", form()).statusCode()).isEqualTo(404);
        assertThat(fiona.open(page).statusCode()).isEqualTo(404);
        assertThat(fiona.submit("/customers", page, Map.of("say", "comment", "text", "Hello")).statusCode()).isEqualTo(404);
        assertThat(register.of(relationship)).hasSize(1);
    }
}
