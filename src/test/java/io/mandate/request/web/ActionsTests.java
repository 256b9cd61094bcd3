package io.mandate.request.web;

import static io.mandate.request.web.PartnerPages.text;
import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a partner does with a request that is on its way. */
class ActionsTests extends RequestPagesTest {

    private String sent() {
        String request = paula.requested(customer);
        paula.send(request, "mandate");
        runDue();
        return request;
    }

    @Nested
    class Withdrawing {

        @Test
        void ends_the_request_and_offers_to_ask_again() {
            String request = sent();

            HttpResponse<String> answer = paula.act(request, "/withdraw", Map.of());

            assertThat(location(answer)).isEqualTo(request);
            assertThat(words(paula.open(request).body())).contains("The request is withdrawn.", "Paula Pérez withdrew the request", "Ask again")
                    .doesNotContain("Send again", "Correct the address");
        }

        @Test
        void too_late_says_where_the_request_stands_now() {
            String request = "/requests/" + life.sent(PAULA, customer, MAIL).id();
            life.approve(customer, MAIL);

            HttpResponse<String> answer = paula.act(request, "/withdraw", Map.of());

            assertThat(location(answer)).isEqualTo(request);
            assertThat(words(paula.open(request).body())).contains("That came too late", "The customer approved.");
        }

        @Test
        void while_the_request_is_being_worked_on_says_so() {
            String request = sent();
            paula.open(request);

            whileHeld(request, () -> paula.act(request, "/withdraw", Map.of()));

            assertThat(words(paula.open(request).body())).contains("The request was just being worked on.", "Waiting for the customer");
        }

        @Test
        void is_refused_to_other_partners_and_to_forms_of_other_sites() {
            String request = sent();

            assertThat(as(People.FIONA.address().value()).actFrom("/requests/new", request + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
            assertThat(paula.forge(request + "/withdraw").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class Sending_again {

        @Test
        void by_mandate_mails_a_new_link() {
            String request = sent();
            String first = TestMail.link(customer);

            HttpResponse<String> answer = paula.act(request, "/send-again", Map.of("send", "mandate"));
            runDue();

            assertThat(location(answer)).isEqualTo(request);
            assertThat(TestMail.link(customer)).isNotEqualTo(first);
            assertThat(words(paula.open(request).body())).contains("Paula Pérez had the e-mail sent again, with a new link");
        }

        @Test
        void by_the_partner_shows_the_text_with_a_new_link_until_the_answer() {
            // given
            String request = sent();
            assertThat(location(paula.open(request + "/share"))).isEqualTo(request);

            // when
            HttpResponse<String> answer = paula.act(request, "/send-again", Map.of("send", "mail-program"));
            runDue();

            // then
            String share = paula.open(location(answer)).body();
            assertThat(text(share)).contains("/answer/").doesNotContain(TestMail.link(customer));
            assertThat(words(paula.open(request).body())).contains("Show the text with the link");
            paula.act(request, "/withdraw", Map.of());
            assertThat(location(paula.open(request + "/share"))).isEqualTo(request);
        }
    }

    @Nested
    class A_refused_address {

        @Test
        void is_corrected_to_another_of_the_same_customer() {
            // given
            String request = paula.requested(customer);
            TestMail.refuse(customer);
            paula.send(request, "mandate");
            runDue();
            assertThat(words(paula.open(request).body())).contains("Address refused", "550 5.1.1 No such user");

            // when
            String corrected = customer.replace("ada@", "grace@");
            paula.act(request, "/address", Map.of("address", corrected));
            runDue();

            // then
            assertThat(TestMail.link(corrected)).contains("/answer/");
            assertThat(words(paula.open(request).body())).contains("Paula Pérez changed the address to " + corrected);
        }

        @Test
        void is_not_corrected_to_another_customers() {
            String request = sent();

            HttpResponse<String> answer = paula.act(request, "/address", Map.of("address", "grace@elsewhere.example"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer.body())).contains("Please name an address at " + customer.replaceAll(".*@", ""));
            assertThat(value(answer.body(), "address")).isEqualTo("grace@elsewhere.example");
            assertThat(answer.body()).containsPattern("<details class=\"action\" open");
        }
    }
}
