package io.mandate.request.web;

import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.AskedPermission;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Following a request. */
class RequestPageTests extends RequestPagesTest {

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    private String sent() {
        String request = paula.requested(customer);
        paula.send(request, "mandate");
        runDue();
        return request;
    }

    @Nested
    class The_page {

        @Test
        void is_not_there_for_other_partners_nor_where_there_is_no_request() {
            String request = paula.requested(customer);
            PartnerPages fiona = as(People.FIONA.address().value());

            assertThat(fiona.open(request).statusCode()).isEqualTo(404);
            assertThat(fiona.diagram(request).statusCode()).isEqualTo(404);
            assertThat(paula.open("/requests/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
            assertThat(paula.open("/requests/abc").statusCode()).isIn(400, 404);
        }

        @Test
        void lets_a_process_owner_read_and_do_nothing() {
            String request = sent();
            PartnerPages olivia = as(People.OLIVIA);

            HttpResponse<String> page = olivia.open(request);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(words(page.body())).contains("Northwind Traders", "Waiting for the customer").doesNotContain("Withdraw");
            assertThat(olivia.diagram(request).statusCode()).isEqualTo(200);
            assertThat(olivia.actFrom("/overview", request + "/withdraw", Map.of()).statusCode()).isEqualTo(403);
        }

        @Test
        void tells_what_was_approved_of_what_was_asked() {
            // given
            String request = "/requests/" + life.sent(PAULA, customer, MAIL, INFRASTRUCTURE).id();

            // when
            life.approve(customer, new AskedPermission("mail", List.of("mail-reader"), 30));
            runDue();

            // then
            assertThat(words(paula.open(request).body())).contains("Approved", "Mail , granted until", "less than you asked for",
                    "Not approved: Infrastructure", "Answered by Ada Admin, " + customer, "Agreement 2026-10",
                    "Ada Admin (" + customer + ") approved", "Report of the approval to " + PAULA.address());
        }

        @Test
        void tells_why_the_customer_declined() {
            String request = "/requests/" + life.sent(PAULA, customer, MAIL).id();

            life.decline(customer, "Too <many> roles");
            runDue();

            String page = paula.open(request).body();
            assertThat(page).contains("Too &lt;many&gt; roles").doesNotContain("<many>");
            assertThat(words(page)).contains("The customer’s reason", "Ask again");
        }

        @Test
        void tells_of_reminders_the_nudge_and_the_expiry() {
            String request = sent();

            life.jobs().pass(Duration.ofDays(100));

            assertThat(words(paula.open(request).body())).contains("Reminder to " + customer + ": handed to the mail server",
                    "Note that the customer is silent to " + PAULA.address(), "The request expired without an answer",
                    "Nobody answered in time.");
        }

        @Test
        void tells_that_the_mail_server_makes_trouble() {
            // given
            String request = paula.requested(customer);
            TestMail.failFor(customer);

            // when
            paula.send(request, "mandate");
            assertThatThrownBy(() -> runDue()).hasMessageContaining("Try again later");

            // then
            assertThat(words(paula.open(request).body())).contains("Being sent", "The mail server makes trouble.",
                    "E-mail with the request to " + customer + ": failed, will be tried again 451 4.3.0 Try again later");
        }
    }

    @Nested
    class The_diagram {

        @Test
        void marks_the_step_at_which_the_request_stands() {
            String request = paula.requested(customer);
            assertThat(diagram(request)).contains("\"process\":\"invitation\"", "\"active\":[\"Task_ReviewInvitation\"]");

            paula.send(request, "mandate");
            assertThat(diagram(request)).contains("\"active\":[\"Task_SendInvitation\"]");

            runDue();
            assertThat(diagram(request)).contains("\"active\":[\"CallActivity_WaitForAcceptance\"]",
                    "\"process\":\"acceptance\"", "\"active\":[\"Task_ApproveRelationship\"]", "<bpmn:definitions");

            paula.act(request, "/withdraw", Map.of());
            assertThat(diagram(request)).contains("\"active\":[\"EndEvent_InvitationWithdrawn\"]");
        }

        @Test
        void is_not_sent_again_to_a_page_that_has_it() {
            String request = paula.requested(customer);

            String known = paula.diagram(request).headers().firstValue("ETag").orElseThrow();

            assertThat(paula.diagramUnless(request, known).statusCode()).isEqualTo(304);
            paula.send(request, "mandate");
            assertThat(paula.diagramUnless(request, known).statusCode()).isEqualTo(200);
        }

        private String diagram(String request) {
            return paula.diagram(request).body();
        }
    }
}
