package io.mandate.revocation.step;

import io.mandate.acceptance.Correspondence;
import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.revocation.RevocationProcess;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the Tasklist form what is left where. */
@Component("revocationClearWhatIsLeft")
class ClearWhatIsLeft implements TaskListener {

    private final Revocations revocations;
    private final Relationships relationships;
    private final Correspondence words;

    ClearWhatIsLeft(Revocations revocations, Relationships relationships, Correspondence words) {
        this.revocations = revocations;
        this.relationships = relationships;
        this.words = words;
    }

    @Override
    public void notify(DelegateTask task) {
        Revocation revocation = revocations.get(ProcessVariables.id(task, RevocationProcess.REVOCATION));
        Relationship relationship = relationships.get(revocation.relationshipId());
        task.setVariableLocal("customer", relationship.organisation() + ", " + relationship.customer().identity().value());
        task.setVariableLocal("customerId", relationship.customer().id().toString());
        task.setVariableLocal("partner", words.named(relationship.partnerId()));
        task.setVariableLocal("left", revocation.lost().stream().filter(lost -> !lost.leftOver().isEmpty())
                .map(lost -> words.named(lost.service(), lost.leftOver())).collect(Collectors.joining("; ")));
    }
}
