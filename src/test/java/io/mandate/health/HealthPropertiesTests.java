package io.mandate.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthPropertiesTests {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        assertThat(problems(new HealthProperties(Duration.ofSeconds(9), -1, -1, Duration.ofMillis(999)))).containsExactlyInAnyOrder(
                "mandate.health.late-after: must be between 10s and 1d",
                "mandate.health.most-late: must not be negative",
                "mandate.health.most-incidents: must not be negative",
                "mandate.health.count-every: must be between 1s and 1h");
        assertThat(problems(new HealthProperties(Duration.ofMinutes(5), 0, 0, Duration.ofSeconds(1)))).isEmpty();
    }

    private List<String> problems(HealthProperties properties) {
        return validator.validate(properties).stream().map(problem -> problem.getMessage()).toList();
    }
}
