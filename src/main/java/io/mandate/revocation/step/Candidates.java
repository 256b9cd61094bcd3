package io.mandate.revocation.step;

import io.mandate.identity.Groups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who clears up in Tasklist where a service did not do what it was told: process owners. */
@Component("revocationCandidates")
public class Candidates {

    /** The process owners' group in the engine. */
    public String of(DelegateExecution execution) {
        return Groups.PROCESS_OWNERS;
    }
}
