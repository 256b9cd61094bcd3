package io.mandate.termination.step;

import io.mandate.engine.FormRefusedException;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.identity.TasklistSides;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.Terminating;
import io.mandate.termination.TerminationProcess;
import io.mandate.web.Times;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the Tasklist form what is to end, and records a confirmation that was given there. */
@Component("terminationConfirmEnd")
class ConfirmEnd implements TaskListener {

    private static final String CONFIRMED = "confirmed";

    private final Terminations terminations;
    private final Relationships relationships;
    private final TasklistSides sides;
    private final Terminating terminating;
    private final Times times;

    ConfirmEnd(Terminations terminations, Relationships relationships, TasklistSides sides,
            Terminating terminating, Times times) {
        this.terminations = terminations;
        this.relationships = relationships;
        this.sides = sides;
        this.terminating = terminating;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        Termination asked = terminations.get(ProcessVariables.id(task, TerminationProcess.TERMINATION));
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            show(task, asked);
        } else if (asked.closedBy().isEmpty()) {
            // Not confirmed on a page, so in Tasklist.
            confirm(asked, FormValues.of(task));
        }
    }

    private void show(DelegateTask task, Termination asked) {
        Relationship relationship = relationships.get(asked.relationshipId());
        task.setVariableLocal("relationship", relationship.partnerId() + ", " + relationship.organisation() + " ("
                + relationship.customer().identity().value() + ")");
        task.setVariableLocal("askedBy", asked.asker() + ", " + asked.askedBy().id());
        task.setVariableLocal("reason", asked.note());
        task.setVariableLocal("noticeUntil", times.moment(asked.noticeUntil(), Locale.ENGLISH));
    }

    private void confirm(Termination asked, FormValues form) {
        if (!form.flag(CONFIRMED)) {
            throw new FormRefusedException("Please tick that the relationship is to end now");
        }
        SignedIn person = SignedIn.current();
        Side side = sides.of(person, asked.relationshipId()).orElseThrow(
                () -> new FormRefusedException("Only an administrator of the customer can end the relationship"));
        terminating.recordConfirmation(asked.id(), side, person.displayName());
    }
}
