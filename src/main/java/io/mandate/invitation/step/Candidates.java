package io.mandate.invitation.step;

import io.mandate.relationship.Relationships;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who works on an invitation in Tasklist: the staff of its partner. */
@Component("invitationCandidates")
public class Candidates {

    private final Relationships relationships;

    Candidates(Relationships relationships) {
        this.relationships = relationships;
    }

    /** The partner's group in the engine. */
    public String of(DelegateExecution execution) {
        return "partner-" + relationships.get(UUID.fromString(execution.getProcessBusinessKey())).partnerId();
    }
}
