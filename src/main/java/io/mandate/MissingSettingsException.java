package io.mandate;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Settings without which Mandate cannot run safely. */
class MissingSettingsException extends RuntimeException {

    private final List<String> missing;

    MissingSettingsException(List<String> missing) {
        super("Settings are missing: " + missing);
        this.missing = List.copyOf(missing);
    }

    /** Puts the message where whoever starts Mandate sees it. */
    static class Analyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, MissingSettingsException cause) {
            return new FailureAnalysis(
                    "Mandate does not start without these settings:\n\n  " + String.join("\n  ", cause.missing),
                    "Set them as environment variables (MANDATE_BASE_URL, MANDATE_LINK_SECRETS, MANDATE_EVIDENCE_SIGNING_KEY, "
                            + "SPRING_MAIL_HOST), secrets also as "
                            + "files under /run/secrets (mandate.link.secrets), others also as arguments (--mandate.base-url=…) or in "
                            + "application.yaml beside the jar.",
                    cause);
        }
    }
}
