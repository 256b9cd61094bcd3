package io.mandate.grant.step;

import io.mandate.acceptance.Correspondence;
import io.mandate.engine.ProcessVariables;
import io.mandate.grant.GrantProcess;
import io.mandate.grant.ServiceSetup;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Requests;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the Tasklist form what is missing where. */
@Component("grantSetUpWhatIsMissing")
class SetUpWhatIsMissing implements TaskListener {

    private final ServiceSetup setup;
    private final Requests requests;
    private final Relationships relationships;
    private final Correspondence words;

    SetUpWhatIsMissing(ServiceSetup setup, Requests requests, Relationships relationships, Correspondence words) {
        this.setup = setup;
        this.requests = requests;
        this.relationships = relationships;
        this.words = words;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID request = ProcessVariables.id(task, GrantProcess.REQUEST);
        Relationship relationship = relationships.get(requests.get(request).relationshipId());
        task.setVariableLocal("customer", relationship.organisation() + ", " + relationship.customer().identity().value());
        task.setVariableLocal("customerId", relationship.customer().id().toString());
        task.setVariableLocal("partner", words.named(relationship.partnerId()));
        task.setVariableLocal("missing", setup.missing(request).entrySet().stream()
                .map(one -> words.named(one.getKey(), one.getValue())).collect(Collectors.joining("; ")));
    }
}
