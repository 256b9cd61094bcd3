package io.mandate.restoration.step;

import io.mandate.relationship.RelationshipSides;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who works on such a request in Tasklist: the staff of its partner. */
@Component("restorationCandidates")
public class Candidates {

    private final RelationshipSides sides;

    Candidates(RelationshipSides sides) {
        this.sides = sides;
    }

    /** The partner's group in the engine. */
    public String of(DelegateExecution execution) {
        return "partner-" + sides.of(UUID.fromString(execution.getProcessBusinessKey())).partnerId();
    }
}
