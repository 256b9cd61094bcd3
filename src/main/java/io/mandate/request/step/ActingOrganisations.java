package io.mandate.request.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.identity.Groups;
import io.mandate.relationship.Tiers;
import io.mandate.request.RequestProcess;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who works on a request in Tasklist: the staff of its partner, and of its provider that asked. */
public abstract class ActingOrganisations {

    private final Tiers tiers;

    protected ActingOrganisations(Tiers tiers) {
        this.tiers = tiers;
    }

    /** The groups of these organisations in the engine. */
    public final List<String> of(DelegateExecution execution) {
        return tiers.acting(ProcessVariables.id(execution, RequestProcess.REQUEST), UUID.fromString(execution.getProcessBusinessKey()))
                .stream().map(Groups::ofPartner).toList();
    }
}
