package io.mandate.invitation.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.text;
import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.request.web.RequestPagesTest;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways in which an invitation is sent. */
class SendingTests extends RequestPagesTest {

    private String request;

    @BeforeEach
    void draft() {
        request = paula.requested(customer);
    }

    @Nested
    class A_draft {

        @Test
        void by_mandate_mails_the_text_and_shows_where_the_request_stands() {
            // when
            HttpResponse<String> sent = paula.draft(request, "My own subject", "Look:\n\n{link}\n\nPaula", "send=mandate");
            String before = words(paula.open(request).body());
            runDue();

            // then
            assertThat(location(sent)).isEqualTo(request);
            assertThat(before).contains("Being sent", "The e-mail is on its way.");
            assertThat(TestMail.text(customer, "My own subject")).contains("Look:", TestMail.link(customer), "Paula");
            assertThat(words(paula.open(request).body()))
                    .contains("Waiting for the customer", "E-mail with the request to " + customer + ": handed to the mail server");
        }

        @ParameterizedTest
        @ValueSource(strings = {"mail-program", "copy"})
        void by_the_partner_makes_the_link_live_and_shows_the_full_text(String way) {
            // when
            HttpResponse<String> sent = paula.draft(request, "My own subject", "Look:\n\n{link}\n\nPaula", "send=" + way);
            String share = paula.open(location(sent)).body();
            runDue();

            // then
            assertThat(location(sent)).isEqualTo(request + "/share?by=" + way);
            assertThat(text(share)).matches("(?s)Look:\n\nhttp://mandate.example/answer/[A-Za-z0-9_-]+\n\nPaula");
            assertThat(value(share, "subject")).isEqualTo("My own subject");
            assertThat(share).contains("href=\"mailto:" + customer + "?subject=My%20own%20subject&amp;body=Look%3A");
            assertThat(TestMail.to(customer)).isEmpty();
        }

        @Test
        void twice_sends_once_and_says_that_it_came_too_late() {
            // given
            paula.send(request, "mandate");
            runDue();

            // when
            paula.open(request);
            HttpResponse<String> second = paula.actFrom(
                    request, request + "/draft", Map.of("subject", "Again", "text", "{link}", "send", "mandate"));
            runDue();

            // then
            assertThat(location(second)).isEqualTo(request);
            assertThat(words(paula.open(request).body())).contains("That came too late: the request has moved on meanwhile.");
            assertThat(TestMail.to(customer)).hasSize(1);
        }

        @Test
        void leaves_nothing_to_review_for_who_goes_back() {
            paula.send(request, "mandate");
            paula.open(request);

            assertThat(location(paula.open(request + "/draft"))).isEqualTo(request);
            assertThat(words(paula.open(request).body())).contains("This draft was dealt with before");
            assertThat(location(paula.open(request + "/services"))).isEqualTo(request);
        }
    }

    @Nested
    class A_draft_that_is_being_worked_on {

        @Test
        void comes_back_with_what_was_typed() {
            HttpResponse<String> answer = whileHeld(request, () -> paula.draft(request, "Mine", "Look: {link}", "send=mandate"));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(words(answer.body())).contains("Nothing was stored; please try again.");
            assertThat(text(answer.body())).isEqualTo("Look: {link}");
        }
    }

    @Nested
    class The_mail_program {

        @ParameterizedTest
        @CsvSource({"en", "es", "de"})
        void opens_with_the_standard_text(String language) {
            Map<String, String> fields = fields(customer);
            fields.putAll(Map.of("language", language, "mail_reader", "false", "collaboration_reader", "true"));
            String other = location(paula.request(fields)).replace("/draft", "");
            paula.send(other, "mail-program");

            String page = paula.open(other + "/share").body();

            assertThat(mailto(page)).hasSizeLessThanOrEqualTo(1900).contains("answer%2F");
            assertThat(words(page)).doesNotContain("The text is too long");
        }

        @Test
        void opens_with_a_short_text_where_the_full_one_is_too_long_and_the_page_says_so() {
            paula.draft(request, "Subject", "ä".repeat(700) + " {link}", "send=mail-program");

            String page = paula.open(request + "/share").body();

            assertThat(mailto(page)).hasSizeLessThanOrEqualTo(1900).contains("answer%2F").doesNotContain("%C3%A4%C3%A4");
            assertThat(words(page)).contains("The text is too long for a mail program to open.");
            assertThat(text(page)).contains("ä".repeat(700));
        }

        private static String mailto(String page) {
            return page.replaceAll("(?s).*href=\"(mailto:[^\"]*)\".*", "$1").replace("&amp;", "&");
        }
    }
}
