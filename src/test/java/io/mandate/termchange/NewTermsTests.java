package io.mandate.termchange;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.grant.GrantProcess;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.testing.ExampleService.Message;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a service that follows the contract is told of terms, in whatever order it arrives. */
@MandateTest
class NewTermsTests extends ToldServiceTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'now ends on' d MMMM uuuu", Locale.ENGLISH);

    @Autowired Lifecycle life;
    @Autowired Shortenings shortenings;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;

    private String customer;
    private Request request;

    @BeforeEach
    void a_permission_of_which_the_service_has_not_heard_yet() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(60)));
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_new_end_holds_whether_the_delayed_grant_arrives_before_it_or_after_it(boolean grantFirst) {
        // given
        ProcessInstance grant = running(GrantProcess.KEY);
        shorten(7);
        ProcessInstance change = running(TermChangeProcess.KEY);

        // when
        tellService(grantFirst ? grant : change);
        tellService(grantFirst ? change : grant);

        // then
        assertThat(granted()).hasSize(2).allSatisfy(told ->
                assertThat(told.body().at("/data/ends_at").asText()).isEqualTo(end(7).toString()));
        assertThat(granted()).extracting(told -> told.headers().get("webhook-id")).doesNotHaveDuplicates();
        assertThat(occurred(granted().get(grantFirst ? 0 : 1))).isEqualTo(held().grantedAt())
                .isBefore(occurred(granted().get(grantFirst ? 1 : 0)));
        assertThat(SERVICE.end(customerId(), "contoso")).isEqualTo(end(7).toString());
        assertThat(SERVICE.roles(customerId(), "contoso")).containsExactlyInAnyOrderElementsOf(MAIL.roles());
    }

    @Test
    void the_report_of_a_delayed_grant_says_the_new_end() {
        // when
        shorten(7);
        life.jobs().runDue();

        // then
        String until = DateTimeFormatter.ofPattern("'until' d MMMM uuuu", Locale.ENGLISH).format(day(7));
        assertThat(TestMail.text(customer, "You approved").replaceAll("\\s+", " ")).contains(until);
        assertThat(TestMail.text(PAULA.address().value(), "approved your request").replaceAll("\\s+", " ")).contains(until);
    }

    @Test
    void the_new_end_is_told_although_it_is_over_by_the_time_the_service_answers_again() {
        // given
        life.jobs().runDue();
        SERVICE.answerWith(503);
        shorten(1);
        Instant end = held().endsAt();

        // when
        life.jobs().passWithFailures(Duration.ofDays(2));
        SERVICE.behave();
        life.jobs().pass(Duration.ofDays(1));

        // then
        assertThat(permissions.heldBy(request.relationshipId(), clock.instant())).isEmpty();
        assertThat(SERVICE.end(customerId(), "contoso")).isEqualTo(end.toString());
    }

    @Test
    void only_the_last_change_is_told_where_two_follow_each_other() {
        // given
        life.jobs().runDue();
        int told = granted().size();

        // when
        shorten(30);
        shorten(7);
        life.jobs().runDue();

        // then
        assertThat(granted()).hasSize(told + 1).last().satisfies(
                last -> assertThat(last.body().at("/data/ends_at").asText()).isEqualTo(end(7).toString()));
        assertThat(SERVICE.end(customerId(), "contoso")).isEqualTo(end(7).toString());
        assertThat(TestMail.text(customer, DAY.format(day(30)))).containsPattern("Since\\s+then\\s+the\\s+permission\\s+has\\s+changed\\s+again");
        assertThat(TestMail.text(customer, DAY.format(day(7)))).containsPattern("has\\s+confirmed");
    }

    @Test
    void nothing_is_told_where_the_permission_was_lost_meanwhile() {
        // given
        life.jobs().runDue();
        int told = granted().size();

        // when
        shorten(7);
        removals.removedByCustomer(held(), "Ada Admin", "");
        life.jobs().runDue();

        // then
        assertThat(granted()).hasSize(told);
        assertThat(SERVICE.roles(customerId(), "contoso")).isEmpty();
    }

    private void tellService(ProcessInstance process) {
        life.jobs().run(engine.getManagementService().createJobQuery().processInstanceId(process.getId())
                .messages().singleResult().getId());
    }

    private void shorten(int days) {
        shortenings.byCustomer(held(), new Shortening(Optional.of(day(days)), ""), "Ada Admin");
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private Instant end(int days) {
        return day(days).atTime(23, 59).toInstant(ZoneOffset.UTC);
    }

    private List<Message> granted() {
        return SERVICE.messages("permission.granted", customerId());
    }

    private static Instant occurred(Message told) {
        return Instant.parse(told.body().at("/data/occurred_at").asText());
    }

    private Permission held() {
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    private String customerId() {
        return relationships.get(request.relationshipId()).customer().id().toString();
    }

    private ProcessInstance running(String process) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }
}
