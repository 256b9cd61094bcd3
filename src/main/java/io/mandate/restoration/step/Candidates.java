package io.mandate.restoration.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.Groups;
import io.mandate.relationship.Tiers;
import io.mandate.request.RequestProcess;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who works on such a request in Tasklist: the staff of its partner, and of its provider that asked. */
@Component("restorationCandidates")
public class Candidates {

    private final Tiers tiers;

    Candidates(Tiers tiers) {
        this.tiers = tiers;
    }

    /** The groups of these organisations in the engine. */
    public List<String> of(DelegateExecution execution) {
        return tiers.acting(ProcessVariables.id(execution, RequestProcess.REQUEST), UUID.fromString(execution.getProcessBusinessKey()))
                .stream().map(Groups::ofPartner).toList();
    }
}
