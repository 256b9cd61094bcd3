package io.mandate.engine.upgrade;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process owner's page of nodes and versions, in the running service. */
class VersionsPageTests extends UpgradeTest {

    private static final Map<String, List<String>> WAITS_ELSEWHERE = Map.of("invitation.bpmn", List.of(
            "WaitForAcceptance", "WaitForAnswer", "Wait for acceptance", "Wait for answer"));

    @Test
    void shows_on_the_way_what_waits_is_moved_and_stays() {
        // given
        Request waits = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        life.draft(PAULA, Lifecycle.newAddress(), MAIL);

        // when two nodes differ
        OneNode second = new OneNode("two:8080", "2.0.0", changed(WAITS_ELSEWHERE)).come();

        // then
        assertThat(page()).contains("Not every node brings what is deployed", "one:8080", "1.0.0", "As deployed",
                "two:8080", "2.0.0", "Other than deployed: invitation.bpmn");

        // and when
        first.leave();
        second.beat();

        // then
        assertThat(page()).contains("Every node brings what is deployed.", "Are moved within seconds", "by Mandate 2.0.0");

        // and when
        second.beat();

        // then
        assertThat(page()).contains("Being moved to the newest version", "0 % done", "Batch in Cockpit")
                .contains("Called by other instances, and moved or kept with them");

        // and when
        moved();
        second.beat();

        // then
        assertThat(page()).contains("Stay, and finish on this version",
                "Waiting at “Wait for acceptance” in the diagram invitation, a step that the newest version does not have",
                "The engine says: CallActivity_WaitForAcceptance: There is no migration instruction for this instance's activity")
                .doesNotContain("% done");
        life.jobs().runDue();
        assertThat(instance("invitation", waits)).isNotNull();
    }

    @Test
    void another_version_tag_keeps_everything_where_it_is() {
        // given
        Request request = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        int before = version("invitation", request);

        // when
        upgraded(changed(Map.of("invitation.bpmn", List.of(
                "isExecutable=\"true\"", "isExecutable=\"true\" camunda:versionTag=\"2\""))));

        // then
        assertThat(version("invitation", request)).isEqualTo(before);
        assertThat(page()).contains("version tag 2", "Stay, and finish on this version",
                "The newest version has another version tag, by which a diagram says that nothing is moved to it.");
        assertThat(register.open()).isEmpty();
    }

    @Test
    void the_list_of_relationships_leads_there_and_an_ordinary_day_reads_well() {
        assertThat(Visitor.signedIn(port, People.OLIVIA).open("/overview").body()).contains("/overview/versions");
        assertThat(page()).contains("Every node brings what is deployed.", "one:8080", "Newest version");
    }

    private String page() {
        return Visitor.signedIn(port, People.OLIVIA).open("/overview/versions").body()
                .replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }
}
