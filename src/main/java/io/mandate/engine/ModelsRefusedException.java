package io.mandate.engine;

import io.mandate.engine.model.ModelCheck;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Diagrams, tables or forms that break rules: nothing of their deployment was deployed, and the message lists what is wrong. */
public class ModelsRefusedException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ModelsRefusedException(List<String> problems) {
        super("Nothing was deployed, since not everything is in order:\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Refuses diagrams, tables and forms, by their names, of which something is not in order. */
    public static void unlessInOrder(Map<String, byte[]> files) {
        List<String> problems = ModelCheck.problems(files);
        if (!problems.isEmpty()) {
            throw new ModelsRefusedException(problems);
        }
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
