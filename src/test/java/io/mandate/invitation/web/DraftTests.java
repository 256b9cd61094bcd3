package io.mandate.invitation.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.text;
import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.request.web.PartnerPages;
import io.mandate.request.web.RequestPagesTest;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviewing the draft e-mail and sending it. */
class DraftTests extends RequestPagesTest {

    private String request;

    @BeforeEach
    void draft() {
        request = paula.requested(customer);
    }

    @Nested
    class The_page {

        @Test
        void says_who_is_asked_for_what_and_what_the_customer_will_read() {
            String page = paula.open(request + "/draft").body();

            assertThat(words(page)).contains("Northwind Traders , " + customer, "Mail , 365 days Mail settings reader Sees settings",
                    "{link} stands for the customer’s personal link.");
            assertThat(text(page)).contains("Contoso Cloud asks for your permission", "{link}");
        }

        @Test
        void is_not_there_for_another_partner() {
            PartnerPages fiona = as(People.FIONA.address().value());

            assertThat(fiona.open(request + "/draft").statusCode()).isEqualTo(404);
            assertThat(fiona.open(request + "/services").statusCode()).isEqualTo(404);
            assertThat(fiona.open(request + "/share").statusCode()).isEqualTo(404);
            assertThat(fiona.actFrom("/requests/new", request + "/draft", Map.of("send", "mandate")).statusCode()).isEqualTo(404);
        }

        @Test
        void keeps_the_draft_for_later() {
            paula.draft(request, "Another subject", "Please look: {link}", "action=save");

            String page = paula.open(request + "/draft").body();
            assertThat(value(page, "subject")).isEqualTo("Another subject");
            assertThat(text(page)).isEqualTo("Please look: {link}");
        }
    }

    @Nested
    class The_link {

        @ParameterizedTest
        @ValueSource(strings = {"mandate", "mail-program", "copy"})
        void cannot_be_left_out_and_is_put_back_without_losing_what_was_typed(String way) {
            // when
            HttpResponse<String> refused = paula.draft(request, "My subject", "No link here", "send=" + way);

            // then
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(words(refused.body())).contains("The link is missing", "Put the link back",
                    "The text has no link to the request. Please put {link} where the link is to stand");
            assertThat(text(refused.body())).isEqualTo("No link here");

            // when
            String back = paula.draft(request, "My subject", "No link here", "action=put-back").body();

            // then
            assertThat(text(back)).isEqualTo("No link here\n\n{link}");
            assertThat(value(back, "subject")).isEqualTo("My subject");
            assertThat(words(back)).contains("The link is back, at the end of the text.").doesNotContain("The link is missing");
        }
    }

    @Nested
    class Bad_input {

        @Test
        void comes_back_with_what_is_wrong() {
            String text = "x".repeat(3001) + "{link}";

            HttpResponse<String> answer = paula.draft(request, "", text, "send=mandate");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer.body())).contains("Please enter a subject", "At most 3,000 characters, please; these are 3,007");
            assertThat(text(answer.body())).isEqualTo(text);
        }

        @Test
        void that_looks_like_code_is_only_text_on_the_page_and_in_the_mail() {
            // given
            String code = "<img src=x> ${7*7919} __${7*7919}__ {0} \\u0041 %s";

            // when
            paula.draft(request, code, code + "\n{link}", "send=mandate");
            runDue();

            // then
            assertThat(TestMail.text(customer, code)).contains(code).doesNotContain("55433");
        }

        @Test
        void in_the_way_of_sending_is_refused() {
            assertThat(paula.draft(request, "Subject", "{link}", "send=pigeon").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class What_is_asked_for {

        @Test
        void can_be_changed_and_the_text_is_the_standard_text_again() {
            // given
            paula.draft(request, "Mine", "Mine {link}", "action=save");
            Map<String, String> fields = fields(customer);
            fields.putAll(Map.of("collaboration_reader", "true", "collaboration_days", "10", "name", "Two " + customer));

            // when
            HttpResponse<String> answer = paula.redraft(request, fields);

            // then
            assertThat(location(answer)).isEqualTo(request + "/draft");
            String page = paula.open(request + "/draft").body();
            assertThat(words(page)).contains("Collaboration , 10 days", "Two " + customer);
            assertThat(text(page)).contains("Collaboration: Collaboration settings reader; for 10 days").doesNotContain("Mine");
        }

        @Test
        void comes_back_with_what_is_wrong_and_what_was_typed() {
            Map<String, String> fields = fields(customer);
            fields.put("mail_days", "ten");

            HttpResponse<String> answer = paula.redraft(request, fields);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer.body())).contains("Mail: Please enter a whole number from 1 to 730");
            assertThat(value(answer.body(), "mail_days")).isEqualTo("ten");
        }

        @Test
        void cannot_be_what_another_open_request_asks_for() {
            // given
            Map<String, String> other = fields(customer);
            other.putAll(Map.of("mail_reader", "false", "collaboration_reader", "true"));
            String first = location(paula.request(other)).replace("/draft", "");

            // when
            HttpResponse<String> answer = paula.redraft(request, other);

            // then
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("href=\"" + first + "\"");
        }
    }
}
