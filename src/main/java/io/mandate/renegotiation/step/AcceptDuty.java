package io.mandate.renegotiation.step;

import io.mandate.acceptance.Correspondence;
import io.mandate.engine.FormRefusedException;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.SupportContacts;
import io.mandate.renegotiation.Answer;
import io.mandate.renegotiation.DutyOffers;
import io.mandate.renegotiation.RenegotiationProcess;
import io.mandate.web.Times;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the Tasklist form which customer's duty it is, not whose until now, and records an answer that was given there. */
@Component("renegotiationAcceptDuty")
class AcceptDuty implements TaskListener {

    private final Renegotiations renegotiations;
    private final Relationships relationships;
    private final SupportContacts contacts;
    private final DutyOffers offers;
    private final Correspondence words;
    private final Times times;

    AcceptDuty(Renegotiations renegotiations, Relationships relationships, SupportContacts contacts, DutyOffers offers,
            Correspondence words, Times times) {
        this.renegotiations = renegotiations;
        this.relationships = relationships;
        this.contacts = contacts;
        this.offers = offers;
        this.words = words;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        Renegotiation asked = renegotiations.get(ProcessVariables.id(task, RenegotiationProcess.RENEGOTIATION));
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            show(task, asked);
            return;
        }
        // Not answered on a page, so in Tasklist.
        Renegotiation answered = asked.status() == RenegotiationStatus.CONFIRMED ? record(asked, FormValues.of(task)) : asked;
        task.setVariable(RenegotiationProcess.ANSWER, Answer.of(answered.status()).id());
    }

    private void show(DelegateTask task, Renegotiation asked) {
        Relationship own = relationships.get(asked.to().orElseThrow());
        task.setVariableLocal("customer", own.organisation() + ", " + own.customer().identity().value() + ", "
                + own.customer().id());
        task.setVariableLocal("takesEffectAt", times.moment(asked.takesEffectAt(), Locale.ENGLISH));
        task.setVariableLocal("contactFor", contacts.chosen(asked.relationshipId()).stream()
                .map(service -> words.service(service, Locale.ENGLISH)).collect(Collectors.joining(", ")));
        task.setVariableLocal("note", asked.toNote());
        task.setVariableLocal("answerUntil", times.moment(asked.answerUntil(), Locale.ENGLISH));
    }

    private Renegotiation record(Renegotiation asked, FormValues form) {
        SignedIn person = SignedIn.current();
        UUID own = asked.to().orElseThrow();
        if (!relationships.get(own).partnerId().equals(person.partner())) {
            throw new FormRefusedException("This is for the partner that is asked");
        }
        return switch (form.text("decision")) {
            case "accepted" -> offers.recordAcceptance(asked.id(), own, person.displayName());
            case "declined" -> offers.recordRefusal(asked.id(), own, person.displayName(), form.text("text"));
            default -> throw new FormRefusedException("Please choose whether you accept the duty or decline");
        };
    }
}
