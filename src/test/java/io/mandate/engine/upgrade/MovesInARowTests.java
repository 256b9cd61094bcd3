package io.mandate.engine.upgrade;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** What a node looks at again after it has begun to move instances, as when a newer version comes meanwhile. */
class MovesInARowTests extends UpgradeTest {

    private static final Map<String, List<String>> DAYS_60 = Map.of(
            "acceptance.bpmn", List.of("name=\"Acceptance\"", "name=\"Acceptance by the customer\""),
            "invitation.bpmn", List.of(">P30D<", ">P60D<"));
    private static final Map<String, List<String>> DAYS_90 = Map.of("invitation.bpmn", List.of(">P30D<", ">P90D<"));

    @Test
    void what_is_still_being_moved_when_a_newer_version_comes_is_moved_to_that_as_well() {
        // given
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);

        // when
        OneNode third = upgradedWhileMoved(request);
        for (int beat = 0; beat < 3; beat++) {
            moved();
            third.beat();
        }

        // then
        assertThat(version("invitation", request)).isEqualTo(newest("invitation"));
        assertThat(register.open()).isEmpty();
    }

    @Test
    void a_move_of_which_nothing_can_be_said_keeps_no_other_from_going_on() {
        // given a version that somebody has deleted
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        OneNode third = upgradedWhileMoved(request);
        register.begun("gone", "gone too", 1, "gone");
        moved();

        // when
        assertThatThrownBy(third::beat).isInstanceOf(ProcessEngineException.class);
        for (int beat = 0; beat < 3; beat++) {
            third.beat();
            moved();
        }

        // then
        assertThat(version("invitation", request)).isEqualTo(newest("invitation"));
        assertThat(register.open()).isEmpty();
    }

    @Test
    void what_an_earlier_version_of_Mandate_left_open_without_a_batch_is_closed_and_nothing_said_of_it() {
        register.begun("gone", "other tag", 1, null);
        jdbc.sql("update instance_move set ended_at = null where target = 'other tag'").update();
        assertThat(register.open()).extracting(MoveRegister.Move::source).contains("gone");

        first.beat();

        assertThat(register.open()).extracting(MoveRegister.Move::source).doesNotContain("gone");
    }

    /** The second upgrade comes while the batch of the first has not run yet. */
    private OneNode upgradedWhileMoved(Request request) {
        OneNode second = new OneNode("two:8080", "2.0.0", changed(DAYS_60)).come();
        first.leave();
        second.beat();
        second.beat();
        assertThat(register.open()).isNotEmpty();
        OneNode third = new OneNode("three:8080", "3.0.0", changed(DAYS_90)).come();
        second.leave();
        third.beat();
        third.beat();
        assertThat(register.open()).as("both are under way").extracting(MoveRegister.Move::source)
                .filteredOn(instance("invitation", request).getProcessDefinitionId()::equals).hasSize(2);
        return third;
    }
}
