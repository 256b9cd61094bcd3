package io.mandate.bench.ordinary;

import io.mandate.bench.app.SampleMail;
import io.mandate.bench.app.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails the link; its hash becomes a variable. */
record SendInvitation(JavaMailSender smtp) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String token = execution.getProcessBusinessKey() + Secrets.token();
        execution.setVariable("linkHash", Secrets.hash(token));
        execution.setVariable("sentAt", new Date());
        execution.setVariable("validUntil", Date.from(Instant.now().plus(Duration.ofDays(30))));
        new SampleMail("<invitation." + execution.getProcessBusinessKey() + "@mandate.example>", (String) execution.getVariable("address"),
                (String) execution.getVariable("subject"), "http://mandate.example/answer/" + token).send(smtp);
    }
}
