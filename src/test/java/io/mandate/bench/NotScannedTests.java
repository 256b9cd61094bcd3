package io.mandate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** The applications of the benchmark stand among Mandate's tests, which must not find anything of them. */
class NotScannedTests {

    private final ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(true);

    @Test
    void nothing_of_the_benchmark_is_a_component_that_mandate_would_find() {
        assertThat(scan.findCandidateComponents("io.mandate.bench")).isEmpty();
    }

    @Test
    void the_same_look_finds_what_is_one() {
        assertThat(scan.findCandidateComponents("io.mandate.decision")).isNotEmpty();
    }
}
