package io.mandate.engine.upgrade;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Other nodes run diagrams of which this version of Mandate lacks steps. */
class NewerDiagramsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NewerDiagramsException(String version, List<String> missing) {
        super("Mandate " + version + " lacks what the diagrams need that other nodes run:\n\n  " + String.join("\n  ", missing));
    }

    /** At start, says what to do. */
    static class Analyzer extends AbstractFailureAnalyzer<NewerDiagramsException> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NewerDiagramsException cause) {
            return new FailureAnalysis(cause.getMessage(),
                    "Start the version of Mandate that the other nodes run. To go back to this one, stop all of them first.", cause);
        }
    }
}
