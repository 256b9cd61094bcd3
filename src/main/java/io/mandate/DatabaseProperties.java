package io.mandate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a node believes in a connection to PostgreSQL.
 *
 * @param answerTimeout so long the server may say nothing to a statement; then the connection counts as dead. Between a second
 *     and an hour, and longer than the longest statement, of migrations too
 */
@Validated
@ConfigurationProperties("mandate.database")
public record DatabaseProperties(@NotNull @DefaultValue("1m") Duration answerTimeout) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @AssertTrue(message = "mandate.database.answer-timeout: must be between 1s and 1h")
    boolean isAnswerTimeoutUsable() {
        return answerTimeout == null || answerTimeout.compareTo(SHORTEST) >= 0 && answerTimeout.compareTo(LONGEST) <= 0;
    }
}
