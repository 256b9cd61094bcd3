package io.mandate.acceptance.step;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Answer;
import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Approval;
import io.mandate.acceptance.Refusal;
import io.mandate.acceptance.TasklistQuestion;
import io.mandate.engine.FormRefusedException;
import io.mandate.engine.FormValues;
import io.mandate.engine.ProcessVariables;
import io.mandate.identity.SignedIn;
import io.mandate.identity.TasklistProperties;
import io.mandate.passkey.PasskeyRules;
import io.mandate.relationship.EmailAddress;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Fills the Tasklist form where customers are admitted there, again whenever somebody claims the task, since holders
 * change; and records an answer that one of their accounts gave.
 */
@Component("acceptanceApproveRelationship")
class ApproveRelationship implements TaskListener {

    private final TasklistProperties tasklist;
    private final Answers answers;
    private final TasklistQuestion question;
    private final PasskeyRules passkeys;

    ApproveRelationship(TasklistProperties tasklist, Answers answers, TasklistQuestion question, PasskeyRules passkeys) {
        this.tasklist = tasklist;
        this.answers = answers;
        this.question = question;
        this.passkeys = passkeys;
    }

    @Override
    public void notify(DelegateTask task) {
        FormValues form = FormValues.of(task);
        if (!task.getEventName().equals(EVENTNAME_COMPLETE)) {
            show(task);
        } else if (form.has("decision")) {
            answer(task, form, SignedIn.current());
        }
    }

    private void show(DelegateTask task) {
        if (tasklist.customers()) {
            task.setVariablesLocal(question.fields(ProcessVariables.id(task, AcceptanceProcess.REQUEST)));
        }
    }

    private void answer(DelegateTask task, FormValues form, SignedIn person) {
        UUID request = ProcessVariables.id(task, AcceptanceProcess.REQUEST);
        EmailAddress address = EmailAddress.of(person.username());
        Locale language = Locale.ENGLISH;
        String decision = form.text("decision");
        if (decision.equals("decline")) {
            answers.recordDecline(request,
                    new Refusal(person.displayName(), form.flag("administrator"), form.text("reason"), language),
                    person.customer(), address);
            task.setVariable(AcceptanceProcess.ANSWER, Answer.DECLINED.id());
        } else if (decision.equals("approve") && passkeys.isDemanded()) {
            throw new FormRefusedException("Decision: Approving needs a passkey here, and there is no way to use one in Tasklist. "
                    + "Please approve on the page behind the link in the mail; you can still decline here");
        } else if (decision.equals("approve")) {
            answers.recordApproval(request,
                    new Approval(person.displayName(), form.flag("administrator"), form.flag("agreementAccepted"),
                            form.text("agreementVersion"), language,
                            question.chosen(request, form::flag, form::number, form::text)),
                    person.customer(), address);
            task.setVariable(AcceptanceProcess.ANSWER, Answer.APPROVED.id());
        } else {
            throw new FormRefusedException("Decision: Please choose to approve or to decline");
        }
    }
}
