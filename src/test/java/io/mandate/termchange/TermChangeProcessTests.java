package io.mandate.termchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.testing.HeldPermissionsTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The ends of the diagram term-change, with a service that can be told and one that cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermChangeProcessTests extends HeldPermissionsTest {

    @Autowired Shortenings shortenings;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(TermChangeProcess.KEY)).isEmpty();
    }

    @Nested
    class Term_change_reported {

        @Test
        void after_the_service_was_told_while_the_new_end_counts_at_once() {
            // given
            Instant before = held("mail").endsAt();
            String roles = SERVICE.roles(customerId(), "contoso").toString();

            // when
            shorten("mail", 7, "The project ends. <b>${7*7}</b>");

            // then
            assertThat(held("mail").endsAt()).isEqualTo(end(7));
            ProcessInstance process = running(TermChangeProcess.KEY);
            assertThat(process).isWaitingAt("Task_TellService");

            // and when
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasPassedInOrder("Task_TellService", "EndEvent_ServiceTold",
                    "Task_TellBothSides", "EndEvent_TermChangeReported").hasNotPassed("Task_ReportDelay");
            assertThat(SERVICE.end(customerId(), "contoso")).isEqualTo(end(7).toString());
            assertThat(SERVICE.roles(customerId(), "contoso")).hasToString(roles);
            assertThat(mail("paula@contoso.example", "your permission for Mail now ends on")).contains(
                    "Ada Admin of Northwind Traders shortened the term of your permission to administer Mail",
                    "It ends on " + written(end(7)), "It would have ended on " + written(before),
                    "The service itself has confirmed", "> The project ends. <b>${7*7}</b>", "your duty to support them stay",
                    "/customers/" + request.relationshipId());
            assertThat(mail(customer, "The permission of Contoso Cloud for Mail now ends on")).contains(
                    "Ada Admin shortened the term of the permission of Contoso Cloud to administer Mail of Northwind Traders",
                    "It ends on " + written(end(7)), "It would have ended on " + written(before),
                    "The service itself has confirmed", "> The project ends.", "the duty of Contoso Cloud to support you stay");
        }

        @Test
        void at_once_where_the_service_cannot_be_told() {
            // when
            shorten("infrastructure", 7, "");
            ProcessInstance process = running(TermChangeProcess.KEY);
            life.jobs().runDue();

            // then
            assertThat(process).isEnded().hasNotPassed("SubProcess_ChangeAtService");
            assertThat(mail(customer, "for Infrastructure now ends on")).contains("has not confirmed the new end")
                    .doesNotContain("In the words");
            assertThat(mail("paula@contoso.example", "for Infrastructure now ends on")).doesNotContain("confirmed");
        }

        @Test
        void not_at_all_where_the_permission_changed_since_it_was_shown() {
            // given
            Permission shown = held("mail");
            shorten("mail", 30, "");
            life.jobs().runDue();

            // when
            assertThatThrownBy(() -> shortenings.byCustomer(shown, new Shortening(Optional.of(day(7)), ""), "Ada Admin"))
                    .isInstanceOf(PermissionChangedException.class);

            // then
            assertThat(held("mail").endsAt()).isEqualTo(end(30));
            assertThat(running(TermChangeProcess.KEY)).isNull();
        }
    }

    @Nested
    class Delay_reported {

        @Test
        void to_both_sides_where_the_service_is_silent_and_told_at_last() {
            // given
            SERVICE.answerWith(503);
            shorten("mail", 7, "");
            ProcessInstance process = running(TermChangeProcess.KEY);

            // when
            life.jobs().passWithFailures(Duration.ofMinutes(25));

            // then
            for (String side : List.of(customer, "paula@contoso.example")) {
                assertThat(mail(side, "has not confirmed yet")).contains(
                        "Contoso Cloud holds a permission to administer a service of Northwind Traders, and its end has changed");
            }

            // and when
            SERVICE.behave();
            life.jobs().pass(Duration.ofHours(1));

            // then
            assertThat(process).isEnded().hasPassed("EndEvent_DelayReported", "EndEvent_TermChangeReported");
            assertThat(SERVICE.end(customerId(), "contoso")).isEqualTo(held("mail").endsAt().toString());
        }

        @Test
        void to_nobody_where_another_change_followed() {
            // given
            SERVICE.answerWith(503);
            shorten("mail", 7, "");
            removals.removedByCustomer(held("mail"), "Ada Admin", "");

            // when
            life.jobs().passWithFailures(Duration.ofMinutes(25));

            // then
            assertThat(mail(customer, "has not confirmed yet")).contains("has ended and counts no more");
            assertThat(TestMail.to(customer).stream().filter(mail -> TestMail.subject(mail).contains("has not confirmed")))
                    .hasSize(1);
        }
    }

    private void shorten(String service, int days, String note) {
        shortenings.byCustomer(held(service), new Shortening(Optional.of(day(days)), note), "Ada Admin");
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private Instant end(int days) {
        return day(days).atTime(23, 59).toInstant(ZoneOffset.UTC);
    }

    private static String written(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                .format(instant.atZone(ZoneOffset.UTC));
    }

    private static String mail(String address, String subject) {
        return TestMail.text(address, subject).replaceAll("\\s+", " ");
    }
}
