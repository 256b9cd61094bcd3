package io.mandate.renegotiation.step;

import io.mandate.acceptance.Correspondence;
import io.mandate.engine.FormRefusedException;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.identity.TasklistSides;
import io.mandate.passkey.PasskeyRules;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.Answer;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.renegotiation.RenegotiationProcess;
import io.mandate.web.Times;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the Tasklist form what is proposed, and records an answer that was given there. */
@Component("renegotiationConfirmRenegotiation")
class ConfirmRenegotiation implements TaskListener {

    private final Renegotiations renegotiations;
    private final Relationships relationships;
    private final TasklistSides sides;
    private final Renegotiating renegotiating;
    private final Correspondence words;
    private final Times times;
    private final PasskeyRules passkeys;

    ConfirmRenegotiation(Renegotiations renegotiations, Relationships relationships, TasklistSides sides,
            Renegotiating renegotiating, Correspondence words, Times times, PasskeyRules passkeys) {
        this.renegotiations = renegotiations;
        this.relationships = relationships;
        this.sides = sides;
        this.renegotiating = renegotiating;
        this.words = words;
        this.times = times;
        this.passkeys = passkeys;
    }

    @Override
    public void notify(DelegateTask task) {
        Renegotiation asked = renegotiations.get(ProcessVariables.id(task, RenegotiationProcess.RENEGOTIATION));
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            show(task, asked);
            return;
        }
        // Not answered on a page, so in Tasklist.
        Renegotiation answered = asked.status() == RenegotiationStatus.PROPOSED ? record(asked, FormValues.of(task)) : asked;
        task.setVariable(RenegotiationProcess.ANSWER, Answer.of(answered.status()).id());
    }

    private void show(DelegateTask task, Renegotiation asked) {
        Relationship relationship = relationships.get(asked.relationshipId());
        task.setVariableLocal("relationship", words.named(relationship.partnerId()) + ", " + relationship.organisation() + " ("
                + relationship.customer().identity().value() + ")");
        task.setVariableLocal("proposedBy", asked.proposer() + ", " + asked.proposedBy().id());
        task.setVariableLocal("proposal", asked.isHandOver()
                ? "Another partner takes on the duty to support the customer" : "The duty to support the customer ends");
        task.setVariableLocal("takesEffectAt", times.moment(asked.takesEffectAt(), Locale.ENGLISH));
        task.setVariableLocal("note", asked.note());
        task.setVariableLocal("answerUntil", times.moment(asked.answerUntil(), Locale.ENGLISH));
        task.setVariableLocal("partners", partners(asked));
    }

    /** Only a customer, who is to choose one, reads names of partners. */
    private String partners(Renegotiation asked) {
        return !asked.isPartnerToBeChosen() || asked.proposedBy() == Side.CUSTOMER ? ""
                : renegotiating.possible(asked.relationshipId()).stream().map(one -> words.named(one.partnerId()))
                        .collect(Collectors.joining("\n"));
    }

    private Renegotiation record(Renegotiation asked, FormValues form) {
        SignedIn person = SignedIn.current();
        Side side = sides.of(person, asked.relationshipId()).orElseThrow(
                () -> new FormRefusedException("Only an administrator of the customer can decide about the duty to support it"));
        if (side == Side.CUSTOMER && passkeys.isDemanded() && !form.text("decision").equals("declined")) {
            throw new FormRefusedException("Decision: Confirming needs a passkey here, and there is no way to use one in Tasklist. "
                    + "Please confirm on your organisation's page; you can still decline here");
        }
        return switch (form.text("decision")) {
            case "confirmed" -> renegotiating.recordConfirmation(asked.id(), side, person.displayName(),
                    Optional.of(form.text("partner")), form.text("text"));
            case "declined" -> renegotiating.recordDecline(asked.id(), side, person.displayName(), form.text("text"));
            default -> throw new FormRefusedException("Please choose whether you confirm or decline");
        };
    }
}
