package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.AtOnce;
import io.mandate.testing.MandateTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long the engine remembers instances. */
@MandateTest
class PastInstancesTests {

    @Autowired PastInstances past;
    @Autowired RepositoryService repository;

    @AfterEach
    void as_by_default() {
        past.rememberAtMost(Duration.ofDays(365));
    }

    @Test
    void as_long_as_their_diagrams_say() {
        assertThat(days()).containsEntry("invitation", 180).containsEntry("grant", 180).containsEntry("terms", 14)
                .containsEntry("erasure", 14);
    }

    @Test
    void never_longer_than_the_setting_and_as_before_once_that_is_longer_again() {
        past.rememberAtMost(Duration.ofDays(100));
        assertThat(days()).containsEntry("invitation", 100).containsEntry("termination", 100).containsEntry("terms", 14);

        past.rememberAtMost(Duration.ofDays(170).plusHours(23));
        assertThat(days()).containsEntry("invitation", 170);

        past.rememberAtMost(Duration.ofDays(365));
        assertThat(days()).containsEntry("invitation", 180);
    }

    @Test
    void whatever_the_number_of_nodes_that_start_at_the_same_moment() throws InterruptedException {
        for (int days = 90; days < 95; days++) {
            Duration most = Duration.ofDays(days);

            assertThat(AtOnce.refused(() -> remembered(most), () -> remembered(most))).isEmpty();
            assertThat(days()).containsEntry("invitation", days);
        }
    }

    private boolean remembered(Duration most) {
        past.rememberAtMost(most);
        return true;
    }

    private Map<String, Integer> days() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getHistoryTimeToLive));
    }
}
