package io.mandate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeededStepsTests {

    private static final String ERASURE = new String(Project.all().get("processes/erasure.bpmn"), StandardCharsets.UTF_8);

    @Test
    void nothing_is_missing_for_the_packaged_diagrams() {
        assertThat(NeededSteps.missing(Project.all())).isEmpty();
    }

    @Test
    void a_step_that_only_another_version_of_Mandate_has_is_named() {
        assertThat(missing(ERASURE.replace("ErasePersonalData", "ShredPaper").replace("Erase personal data", "Shred paper")))
                .singleElement().asString().contains("erasure", "no step class for the bean erasureShredPaper");
    }

    @Test
    void a_diagram_that_no_longer_uses_a_step_runs_on_a_version_that_has_it() {
        assertThat(missing(ERASURE.replace("${erasureErasePersonalData}", "${erasureErasureDue}"))).isEmpty();
    }

    @Test
    void a_step_kept_for_earlier_versions_is_no_dead_one() {
        var code = new ProcessCode("parcel");

        assertThat(code.steps()).containsEntry("WeighParcel", "parcelWeighParcel");
        assertThat(code.keptSteps()).isEqualTo(Set.of("WeighParcel"));
        assertThat(ProcessCode.packagesWithSteps()).doesNotContain("parcel").contains("erasure");
    }

    private static List<String> missing(String diagram) {
        return NeededSteps.missing(Map.of("erasure.bpmn", diagram.getBytes(StandardCharsets.UTF_8)));
    }
}
