package io.mandate.bench.ordinary;

import io.mandate.bench.app.SampleMail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails what happened to whose address a variable holds. */
record Tell(JavaMailSender smtp, String recipient, String subject) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        new SampleMail("<" + recipient + "." + execution.getProcessBusinessKey() + "@mandate.example>", (String) execution.getVariable(recipient),
                subject, "The permission counts from now on.").send(smtp);
    }
}
