package io.mandate.engine.upgrade;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.engine.ModelsRefusedException;
import io.mandate.relationship.Request;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When new diagrams are deployed, and by whom. */
class RolloutTests extends UpgradeTest {

    private static final Map<String, List<String>> OTHER_NAME = Map.of("erasure.bpmn", List.of("name=\"Erasure\"", "name=\"Erasing\""));

    @Test
    void a_new_version_waits_until_the_last_node_of_the_old_one_has_left() {
        int before = newest("erasure");
        OneNode second = new OneNode("two:8080", "2.0.0", changed(OTHER_NAME)).come();
        OneNode third = new OneNode("three:8080", "2.0.0", changed(OTHER_NAME)).come();

        second.beat();
        third.beat();
        assertThat(newest("erasure")).isEqualTo(before);

        first.leave();
        second.beat();
        third.beat();

        assertThat(newest("erasure")).isEqualTo(before + 1);
    }

    @Test
    void back_to_the_old_version_is_the_same_the_other_way_round() {
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        OneNode second = upgraded(changed(OTHER_NAME));
        int upgraded = version("invitation", request);

        OneNode old = new OneNode("one:8080", "1.0.0", models.files()).come();
        old.beat();
        assertThat(version("invitation", request)).isEqualTo(newest("invitation")).isEqualTo(upgraded);
        second.leave();
        old.beat();
        old.beat();
        moved();

        assertThat(version("invitation", request)).isEqualTo(newest("invitation")).isEqualTo(upgraded + 1);
    }

    @Test
    void a_changed_table_alone_gives_no_diagram_a_new_version() {
        int before = newest("invitation");

        upgraded(changed(Map.of("term-rules.dmn", List.of("<text>180</text>", "<text>90</text>"))));

        assertThat(newest("invitation")).isEqualTo(before);
        assertThat(engine.getDecisionService().evaluateDecisionTableByKey("term-rules", Map.of("cloud", "global", "strength", 1))
                .getSingleResult().getEntryMap()).containsEntry("extensionDays", 90);
    }

    @Test
    void what_is_not_in_order_is_refused_though_it_would_not_be_deployed_yet() {
        Map<String, byte[]> files = new HashMap<>(models.files());
        files.put("erasure.bpmn", new byte[] {1});

        assertThatThrownBy(() -> new OneNode("two:8080", "2.0.0", files).come()).isInstanceOf(ModelsRefusedException.class);

        assertThat(nodes.all(first.self.id(), "", SILENCE)).hasSize(1);
    }

    @Test
    void the_others_go_on_without_a_node_that_is_silent_which_then_learns_of_it() {
        int before = newest("erasure");
        OneNode second = new OneNode("two:8080", "2.0.0", changed(OTHER_NAME)).come();
        silent(first);
        second.beat();
        assertThat(newest("erasure")).as("it may just have come back with the database").isEqualTo(before);

        for (int beat = 0; beat < 7; beat++) {
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            assertThat(second.beat()).isTrue();
        }

        assertThat(newest("erasure")).isEqualTo(before + 1);
        assertThat(first.beat()).isFalse();
        assertThat(first.come().beat()).as("it can run the new diagrams, so it may").isTrue();
    }

    @Test
    void nodes_of_another_version_that_died_do_not_keep_instances_from_being_moved() {
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        OneNode second = upgraded(changed(OTHER_NAME));
        OneNode old = new OneNode("one:8080", "1.0.0", models.files()).come();
        second.leave();
        old.beat();
        OneNode third = new OneNode("three:8080", "2.0.0", changed(OTHER_NAME)).come();
        old.beat();
        silent(third);

        for (int beat = 0; beat < 7; beat++) {
            nanos.addAndGet(Duration.ofSeconds(10).toNanos());
            old.beat();
        }
        moved();

        assertThat(version("invitation", request)).isEqualTo(newest("invitation"));
    }

    @Test
    void a_node_that_lacks_steps_of_what_the_others_run_does_not_come_beside_them_but_may_come_alone() {
        OneNode next = upgraded(changed(OTHER_NAME));

        assertThatThrownBy(lacking(() -> next.beat())::come)
                .isInstanceOf(NewerDiagramsException.class).hasMessageContaining("erasureShredPaper");
        assertThat(next.beat()).as("nobody went on without it").isTrue();

        next.leave();
        lacking(() -> { }).come();
        assertThat(deployed.digest()).isEqualTo(first.self.models().digest());
    }

    @Test
    void nodes_that_died_keep_no_other_version_from_coming_for_longer_than_a_silence() {
        upgraded(changed(OTHER_NAME));
        long before = nanos.get();

        lacking(() -> { }).come();

        assertThat(nanos.get() - before).isBetween(SILENCE.toNanos(), SILENCE.plusSeconds(2).toNanos());
        assertThat(deployed.digest()).isEqualTo(first.self.models().digest());
        assertThat(nodes.all(first.self.id(), deployed.digest(), SILENCE)).filteredOn(Versions.Node::silent).singleElement()
                .satisfies(dead -> assertThat(dead.name()).isEqualTo("two:8080"));
    }

    /** The first node once more, which lacks a step of what is deployed. */
    private Rollout lacking(Runnable meanwhile) {
        KnownDeployments some = new KnownDeployments(engine.getRepositoryService(), engine.getManagementService()) {
            @Override
            List<String> missingInNewest() {
                return List.of("erasure: no step class for the bean erasureShredPaper");
            }
        };
        return new Rollout(first.self, nodes, deployed, deployer, some, signs(meanwhile), transactions);
    }

    @Test
    void of_two_nodes_that_look_at_the_same_moment_one_deploys_and_one_begins_to_move() throws InterruptedException {
        life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        int before = newest("invitation");
        OneNode second = new OneNode("two:8080", "2.0.0", changed(OTHER_NAME)).come();
        OneNode third = new OneNode("three:8080", "2.0.0", changed(OTHER_NAME)).come();
        first.leave();

        assertThat(AtOnce.answers(second::beat, third::beat)).containsExactly(true, true);
        assertThat(AtOnce.answers(second::beat, third::beat)).containsExactly(true, true);

        assertThat(newest("invitation")).isEqualTo(before + 1);
        assertThat(register.open()).singleElement().satisfies(move ->
                assertThat(engine.getManagementService().createBatchQuery().list()).singleElement()
                        .satisfies(batch -> assertThat(move.batch()).contains(batch.getId())));
        moved();
        assertThat(AtOnce.answers(second::beat, third::beat)).containsExactly(true, true);
        assertThat(register.open()).isEmpty();
    }

    @Test
    void whatever_the_zone_of_the_machine_schedules_keep_their_next_date() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Date soon = new Date(ClockUtil.getCurrentTime().getTime() + 60_000);
            engine.getManagementService().setJobDuedate(start("service-check").getId(), soon);

            upgraded(changed(OTHER_NAME));

            assertThat(start("service-check").getDuedate()).isEqualTo(soon);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void schedules_keep_their_next_date_and_what_is_suspended_stays_so() {
        Job next = start("service-check");
        Date soon = new Date(ClockUtil.getCurrentTime().getTime() + 60_000);
        engine.getManagementService().setJobDuedate(next.getId(), soon);
        engine.getManagementService().updateJobDefinitionSuspensionState()
                .byJobDefinitionId(start("erasure").getJobDefinitionId()).includeJobs(true).suspend();

        upgraded(changed(OTHER_NAME));

        assertThat(start("service-check").getId()).isNotEqualTo(next.getId());
        assertThat(start("service-check").getDuedate()).isEqualTo(soon);
        assertThat(start("erasure").isSuspended()).isTrue();
        engine.getManagementService().updateJobDefinitionSuspensionState()
                .byJobDefinitionId(start("erasure").getJobDefinitionId()).includeJobs(true).activate();
    }

    @Test
    void a_schedule_that_a_new_version_switches_off_does_not_keep_its_next_date(@Autowired KeptSchedules kept) {
        String job = start("service-check").getId();
        Date due = start("service-check").getDuedate();
        Date never = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

        kept.keepDuring(() -> engine.getManagementService().setJobDuedate(job, never));

        assertThat(start("service-check").getDuedate()).isEqualTo(never);
        engine.getManagementService().setJobDuedate(job, due);
    }

    private Job start(String process) {
        return engine.getManagementService().createJobQuery().processDefinitionKey(process).timers().singleResult();
    }

    private void silent(OneNode node) {
        jdbc.sql("update node set seen_at = seen_at - interval '1' hour where id = :id").param("id", node.self.id()).update();
    }
}
