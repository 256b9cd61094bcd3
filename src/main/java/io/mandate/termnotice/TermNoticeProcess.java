package io.mandate.termnotice;

import io.mandate.relationship.TermNotice;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code term-notice}. */
@Component
public class TermNoticeProcess {

    public static final String KEY = "term-notice";

    /** Text: id of the notice. */
    public static final String TERM_NOTICE = "termNotice";

    private final RuntimeService runtime;

    TermNoticeProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** An end is near. */
    void given(TermNotice notice) {
        runtime.startProcessInstanceByKey(KEY, notice.relationshipId().toString(), Map.of(TERM_NOTICE, notice.id().toString()));
    }
}
