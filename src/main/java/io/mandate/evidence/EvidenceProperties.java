package io.mandate.evidence;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How evidence is signed.
 *
 * @param signingKey the private key that signs checkpoints and receipts, Ed25519 in PKCS#8: the PEM itself, or the path of a file
 *     with it
 * @param earlierKeys public keys that signed before, as PEM or as paths of files, so that what they signed still verifies
 * @param checkpointEvery how long after one checkpoint the next is signed; zero for never, and then nobody can tell
 *     what was cut off
 * @param checkpointFile file to which every checkpoint is appended, one line each; ship it to where neither Mandate nor its
 *     database can write
 */
@Validated
@ConfigurationProperties("mandate.evidence")
public record EvidenceProperties(@DefaultValue("") String signingKey, @DefaultValue List<String> earlierKeys,
        @NotNull @DefaultValue("1h") Duration checkpointEvery, @DefaultValue("") String checkpointFile) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    @AssertTrue(message = "mandate.evidence.checkpoint-every: must be between 1m and 24h, or 0 for never")
    boolean isCheckpointEveryUsable() {
        return checkpointEvery == null || checkpointEvery.isZero()
                || checkpointEvery.compareTo(SHORTEST) >= 0 && checkpointEvery.compareTo(LONGEST) <= 0;
    }

    /** The file of checkpoints, or empty. */
    public Optional<Path> checkpoints() {
        return Optional.of(checkpointFile).filter(file -> !file.isBlank()).map(Path::of);
    }

    @Override
    public String toString() {
        return "EvidenceProperties[key withheld]";
    }
}
