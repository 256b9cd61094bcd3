package io.mandate.engine.upgrade;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.engine.upgrade.MoveRegister.Kept;
import io.mandate.engine.upgrade.MoveRegister.Move;
import io.mandate.engine.upgrade.MoveRegister.Why;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is noted of nodes and of moves, on H2; the tests of upgrades do the same on PostgreSQL. */
@MandateTest
@Transactional
class RegisterTests {

    @Autowired NodeRegister nodes;
    @Autowired MoveRegister moves;
    @Autowired DeployedFiles deployed;
    @Autowired Versions versions;
    @Autowired Lifecycle life;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;

    private final ThisNode one = new ThisNode("one", "1", Map.of("a.bpmn", new byte[] {1}));
    private final ThisNode other = new ThisNode("other", "2", Map.of("a.bpmn", new byte[] {2}));

    @Test
    void a_node_that_is_silent_is_left_behind_and_learns_of_it() {
        nodes.enter(one, Set.of());
        nodes.enter(other, Set.of("a.bpmn"));
        assertThat(nodes.withOtherFiles(one, one.models().digest())).contains("other (Mandate 2)");
        assertThat(nodes.seen(other)).isTrue();

        jdbc.sql("update node set seen_at = seen_at - interval '2' minute where id = :id").param("id", other.id()).update();
        nodes.goOnWithout(one, Duration.ofMinutes(1));

        assertThat(nodes.withOtherFiles(one, one.models().digest())).doesNotContain("other (Mandate 2)");
        assertThat(nodes.seen(other)).isFalse();
        assertThat(versions.nodes()).filteredOn(node -> node.name().equals("other")).singleElement()
                .satisfies(node -> assertThat(node.silent()).isTrue())
                .satisfies(node -> assertThat(node.brings()).isEqualTo("a.bpmn"));
        assertThat(versions.nodes()).filteredOn(node -> node.name().equals("one")).singleElement()
                .satisfies(node -> assertThat(node.silent()).isFalse());
    }

    @Test
    void what_is_deployed_can_be_compared_file_by_file() {
        assertThat(deployed.read()).isEqualTo(deployed.lock()).get()
                .satisfies(files -> assertThat(files.digest()).isEqualTo(deployed.digest()));
        assertThat(one.models().differentFrom(other.models())).containsExactly("a.bpmn");
        assertThat(ModelFiles.parse(one.models().manifest())).isEqualTo(one.models());
    }

    @Test
    void what_is_never_moved_is_no_open_move() {
        moves.begun("source", "moved", 1, "batch");
        moves.begun("source", "other tag", 1, null);

        assertThat(moves.open()).extracting(Move::target).containsExactly("moved");
        assertThat(moves.all()).filteredOn(Move::ended).extracting(Move::target).containsExactly("other tag");
    }

    @Test
    void what_stays_is_noted_once_and_not_moved_again_until_it_has_ended() {
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        ProcessInstance draft = runtime.createProcessInstanceQuery().processDefinitionKey("invitation")
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
        String source = draft.getProcessDefinitionId();
        assertThat(moves.movable(source, "next")).contains(draft.getId());
        assertThat(moves.running().get(source).roots()).isPositive();

        moves.begun(source, "next", 1, "batch");
        moves.keep(draft.getId(), source, "next", new Kept(source, "Task_ReviewInvitation", Why.STEP, "no"));
        moves.keep(draft.getId(), source, "next", new Kept(source, "Task_ReviewInvitation", Why.STEP, "no"));

        assertThat(moves.movable(source, "next")).doesNotContain(draft.getId());
        assertThat(moves.kept()).singleElement().satisfies(group -> assertThat(group.instances()).isEqualTo(1));
        Move move = moves.open().get(0);
        assertThat(moves.ended(move)).isTrue();
        assertThat(moves.ended(move)).isFalse();
        assertThat(versions.diagrams(versions.nodes())).isNotEmpty();
        moves.keep("gone", source, "next", new Kept(source, "", Why.OTHER, ""));
        moves.forgetEnded();
        assertThat(jdbc.sql("select count(*) from instance_kept").query(Long.class).single()).isEqualTo(1);
    }
}
