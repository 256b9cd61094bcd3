package io.mandate.engine;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the engine forgets instances whose diagrams say that they are remembered no longer.
 *
 * @param cleanup the hours of each day (UTC) in which the engine forgets what is over, on one node at a time; {@code off} for no
 *     hours of its own: then each look for what is to be erased starts it
 */
@Validated
@ConfigurationProperties("mandate.history")
record HistoryProperties(
        @NotNull @DefaultValue("01:00-05:00")
                @Pattern(regexp = HistoryProperties.HOURS + "-(?!\\1)" + HistoryProperties.HOURS + "|off",
                        message = "mandate.history.cleanup: must be two different times such as 01:00-05:00, or off")
                String cleanup) {

    static final String HOURS = "((?:[01][0-9]|2[0-3]):[0-5][0-9])";

    /** Begin and end as the engine has them, or empty. */
    Optional<Window> window() {
        return cleanup.equals("off") ? Optional.empty()
                : Optional.of(new Window(cleanup.split("-")[0] + "+0000", cleanup.split("-")[1] + "+0000"));
    }

    record Window(String begin, String end) {}
}
