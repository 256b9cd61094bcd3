package io.mandate;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Secrets were given where everybody on the machine can read them. */
class OpenSecretsException extends RuntimeException {

    private final List<String> settings;

    OpenSecretsException(List<String> settings) {
        super("Secrets on the command line: " + settings);
        this.settings = List.copyOf(settings);
    }

    /** Puts the message where whoever starts Mandate sees it. */
    static class Analyzer extends AbstractFailureAnalyzer<OpenSecretsException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, OpenSecretsException cause) {
            return new FailureAnalysis(
                    "Mandate takes no secret from the command line, which everybody on this machine can read:\n\n  "
                            + String.join("\n  ", cause.settings),
                    "Set it as an environment variable, or as a file under /run/secrets that is called like the setting. "
                            + "Replace the secret: it has been seen.",
                    cause);
        }
    }
}
