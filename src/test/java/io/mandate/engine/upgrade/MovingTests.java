package io.mandate.engine.upgrade;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.engine.upgrade.MoveRegister.Why;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TerminationStatus;
import io.mandate.relationship.Terminations;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.Restorations;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of running instances as a new version of their diagrams comes. */
class MovingTests extends UpgradeTest {

    private static final Map<String, List<String>> HARMLESS = Map.of(
            "acceptance.bpmn", List.of("name=\"Acceptance\"", "name=\"Acceptance by the customer\""),
            "invitation.bpmn", List.of(">P30D<", ">P60D<"));

    private final String customer = Lifecycle.newAddress();

    @Test
    void what_waits_for_the_customer_goes_on_in_the_new_version_with_all_its_dates(@Autowired Requests requests) {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        Map<String, Date> dates = dates(instance("acceptance", request));
        int before = newest("acceptance");

        // when
        upgraded(changed(HARMLESS));

        // then
        assertThat(newest("acceptance")).isEqualTo(before + 1);
        assertThat(version("acceptance", request)).isEqualTo(before + 1);
        assertThat(version("invitation", request)).isEqualTo(newest("invitation"));
        assertThat(dates).hasSize(3).isEqualTo(dates(instance("acceptance", request)));

        // and when
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(instance("invitation", request)).isNull();
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list())
                .hasSize(3).allSatisfy(one -> assertThat(one.getProcessDefinitionVersion()).isEqualTo(newest(one.getProcessDefinitionKey())));
    }

    @Test
    void reminders_of_a_moved_instance_come_when_they_would_have_come() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        upgraded(changed(HARMLESS));

        // when
        ClockUtil.setCurrentTime(dates(instance("acceptance", request)).get("Event_ReminderDue"));
        life.jobs().runDue();

        // then
        assertThat(TestMail.to(customer)).hasSize(2);
        assertThat(dates(instance("acceptance", request))).containsKey("Event_ReminderDue");
    }

    @Test
    void a_draft_keeps_the_date_it_had_and_its_task_with_rights_and_form() {
        // given
        Request request = life.draft(PAULA, customer, MAIL);
        ProcessInstance invitation = instance("invitation", request);
        Map<String, Date> dates = dates(invitation);
        String task = engine.getTaskService().createTaskQuery().processInstanceId(invitation.getId()).singleResult().getId();

        // when
        upgraded(changed(HARMLESS));

        // then: the new diagram says sixty days, which counts for new drafts
        assertThat(dates(instance("invitation", request))).isEqualTo(dates).containsOnlyKeys("Event_DraftLeftFor30Days");
        TasklistPerson paula = new TasklistPerson(port, PAULA.address().value());
        assertThat(paula.tasks()).contains("Review invitation");
        assertThat(Visitor.signedIn(port, PAULA.address().value())
                .rest("GET", "/engine/engine/default/task/" + task + "/deployed-form", null).body()).contains("\"review-invitation\"");
        paula.claim(task);
        assertThat(paula.complete(task, Map.of()).statusCode()).isLessThan(300);
        life.jobs().runDue();
        assertThat(TestMail.to(customer)).hasSize(1);
    }

    @Test
    void a_step_that_ran_out_of_retries_is_still_shown_and_still_tried_again() {
        // given
        TestMail.failFor(customer);
        Request request = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);
        life.jobs().failUntilIncident(instance("invitation", request).getId());

        // when
        upgraded(changed(HARMLESS));

        // then
        ProcessInstance moved = instance("invitation", request);
        assertThat(version("invitation", request)).isEqualTo(newest("invitation"));
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(moved.getId()).singleResult().getActivityId())
                .isEqualTo("Task_SendInvitation");
        TestMail.acceptAll();
        engine.getManagementService().setJobRetries(
                engine.getManagementService().createJobQuery().processInstanceId(moved.getId()).messages().singleResult().getId(), 1);
        life.jobs().runDue();
        assertThat(TestMail.to(customer)).hasSize(1);
        assertThat(engine.getRuntimeService().createIncidentQuery().processInstanceId(moved.getId()).count()).isZero();
    }

    @Test
    void an_instance_whose_step_is_no_more_stays_with_all_that_it_called_and_finishes_on_the_old_version(@Autowired Requests requests) {
        // given
        Request waits = life.sent(PAULA, customer, MAIL);
        String other = Lifecycle.newAddress();
        Request draft = life.draft(PAULA, other, MAIL);
        int before = newest("invitation");

        // when
        upgraded(changed(Map.of("invitation.bpmn", List.of(
                "WaitForAcceptance", "WaitForAnswer", "Wait for acceptance", "Wait for answer"))));

        // then
        assertThat(version("invitation", draft)).isEqualTo(before + 1);
        assertThat(version("invitation", waits)).isEqualTo(before);
        assertThat(version("acceptance", waits)).isEqualTo(before);
        assertThat(kept(waits)).satisfies(kept -> {
            assertThat(kept.why()).isEqualTo(Why.STEP);
            assertThat(kept.element()).isEqualTo("CallActivity_WaitForAcceptance");
        });

        // and when
        life.approve(customer, MAIL);
        life.jobs().runDue();
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        life.jobs().runDue();
        life.approve(other, MAIL);
        life.jobs().runDue();

        // then
        assertThat(requests.get(waits.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(instance("invitation", waits)).isNull();
        assertThat(instance("invitation", draft)).isNull();
    }

    @Test
    void what_waits_in_other_diagrams_is_moved_as_well(@Autowired Restorations restorations, @Autowired Terminating terminating,
            @Autowired Terminations terminations) {
        // given
        String other = Lifecycle.newAddress();
        Request ending = inForce(customer);
        Request held = inForce(other);
        Termination end = terminating.ask(ending.relationshipId(), Side.PARTNER, "Paula Pérez", "");
        Request more = restorations.ask(held.relationshipId(),
                new NewRestoration(other, "en", "", List.of(INFRASTRUCTURE), SentBy.MANDATE), PAULA);
        life.jobs().runDue();
        Map<String, Date> notice = dates(instance("termination", ending));
        Map<String, Date> wait = dates(instance("acceptance", more));

        // when
        upgraded(changed(Map.of("termination.bpmn", List.of("name=\"Termination\"", "name=\"End of a relationship\""))));

        // then
        assertThat(version("termination", ending)).isEqualTo(newest("termination"));
        assertThat(version("restoration", more)).isEqualTo(newest("restoration"));
        assertThat(dates(instance("termination", ending))).isEqualTo(notice).isNotEmpty();
        assertThat(dates(instance("acceptance", more))).isEqualTo(wait).hasSize(3);

        // and when
        terminating.confirm(end.id(), Side.CUSTOMER, "Ada Admin");
        life.approve(other, INFRASTRUCTURE);
        life.jobs().runDue();

        // then
        assertThat(terminations.get(end.id()).status()).isEqualTo(TerminationStatus.ENDED);
        assertThat(instance("termination", ending)).isNull();
        assertThat(instance("restoration", more)).isNull();
    }

    private Request inForce(String address) {
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        return request;
    }

    private MoveRegister.Kept kept(Request request) {
        String source = instance("invitation", request).getProcessDefinitionId();
        return register.kept().stream().filter(group -> group.source().equals(source)).findFirst().orElseThrow().kept();
    }
}
