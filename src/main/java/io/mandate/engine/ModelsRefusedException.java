package io.mandate.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Diagrams, tables or forms that break rules: nothing of their deployment was deployed, and the message lists what is wrong. */
class ModelsRefusedException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ModelsRefusedException(List<String> problems) {
        super("Nothing was deployed, since not everything is in order:\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    /** At start, puts the list where whoever starts Mandate sees it. */
    static class Analyzer extends AbstractFailureAnalyzer<ModelsRefusedException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, ModelsRefusedException cause) {
            return new FailureAnalysis(
                    "Mandate does not start with these diagrams, tables and forms:\n\n  " + String.join("\n  ", cause.problems),
                    "Mend the files in the directory that the setting mandate.processes names, or take them out of it.",
                    cause);
        }
    }
}
