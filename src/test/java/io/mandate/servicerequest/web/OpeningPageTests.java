package io.mandate.servicerequest.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner on duty opens a service request on behalf of its customer. */
class OpeningPageTests extends ServiceRequestPageTest {

    @Autowired Terminating terminating;
    @Autowired JdbcClient jdbc;

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
        assertThat(all()).singleElement().satisfies(one -> {
            assertThat(one.service()).isEmpty();
            assertThat(one.priority()).isEqualTo(ServicePriority.HIGH);
            assertThat(one.status()).isEqualTo(ServiceRequestStatus.OPEN);
        });
        assertThat(words(paula.open(home))).contains("The account as a whole");
    }

    @Test
    void another_text_sent_with_the_same_key_is_another_request() {
        // given
        Map<String, String> form = form();
        String first = Visitor.location(open(form));

        // when
        form.put("text", "Now calendars fail, too.");
        String second = Visitor.location(open(form));

        // then
        assertThat(second).isNotEqualTo(first);
        assertThat(words(paula.open(second))).contains("The service request was opened", "Now calendars fail, too.");
        assertThat(all()).extracting(ServiceRequest::text)
                .containsExactlyInAnyOrder("It takes minutes. <b>${7*7}</b>", "Now calendars fail, too.");
    }

    @Test
    void many_are_listed_page_by_page_without_their_texts() {
        // given
        for (int number = 0; number < 21; number++) {
            opened();
        }

        // then
        assertThat(register.of(relationship, 0, 100)).hasSize(21).extracting(ServiceRequest::text).containsOnly("");
        for (Visitor who : new Visitor[] {paula, ada}) {
            String page = who == paula ? home : "/organisation/" + customer;
            assertThat(links(who.open(page))).isEqualTo(20);
            assertThat(who.open(page).body()).contains("?page=2");
            assertThat(links(who.open(page + "?page=2"))).isEqualTo(1);
            assertThat(links(who.open(page + "?page=99"))).isEqualTo(1);
            assertThat(links(who.open(page + "?page=%3Cb%3E"))).isEqualTo(20);
        }
    }

    private static int links(HttpResponse<String> page) {
        return page.body().split("/service-requests/[0-9a-f-]{36}\"", -1).length - 1;
    }

    @Test
    void while_an_end_is_put_off_none_is_opened_and_the_typing_stays() {
        // given
        opened();
        Map<String, String> form = form();
        Termination asked = terminating.askOnceSettled(relationship, Side.CUSTOMER, "Ada Admin", "");
        jdbc.sql("update termination set put_off = true where id = :id").param("id", asked.id()).update();

        // when
        HttpResponse<String> answer = paula.submit("/customers", home + "/service-requests", form);

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(words(answer)).contains("Until then no new one can be opened", "What you typed, to copy",
                "Mail is slow", "It takes minutes. <b>${7*7}</b>");
        assertThat(register.count(relationship)).isEqualTo(1);
        assertThat(words(paula.open(home))).contains("Until then no new one can be opened").doesNotContain("Open a service request");
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
        assertThat(all()).singleElement().satisfies(one -> {
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
        assertThat(words(answer)).contains("You have no duty to support", "What you typed, to copy",
                "Mail is slow", "It takes minutes. <b>${7*7}</b>");
        assertThat(register.count(asked.relationshipId())).isZero();
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
        assertThat(register.count(relationship)).isEqualTo(1);
    }
}
