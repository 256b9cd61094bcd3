package io.mandate.termchange;

import io.mandate.relationship.TermChange;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code term-change}. */
@Component
public class TermChangeProcess {

    public static final String KEY = "term-change";

    /** Text: id of the change. */
    public static final String TERM_CHANGE = "termChange";
    /** True or false: whether the service concerned can be told. */
    public static final String TELLABLE = "tellable";

    private final RuntimeService runtime;
    private final NewTerms terms;

    TermChangeProcess(RuntimeService runtime, NewTerms terms) {
        this.runtime = runtime;
        this.terms = terms;
    }

    /** A term has changed. */
    void changed(TermChange change) {
        runtime.startProcessInstanceByKey(KEY, change.relationshipId().toString(), Map.of(
                TERM_CHANGE, change.id().toString(), TELLABLE, terms.isTellable(change)));
    }
}
