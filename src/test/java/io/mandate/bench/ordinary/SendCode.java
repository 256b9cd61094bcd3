package io.mandate.bench.ordinary;

import io.mandate.bench.app.SampleMail;
import io.mandate.bench.app.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails a code; its hash becomes a variable. */
record SendCode(JavaMailSender smtp) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String code = Secrets.code();
        execution.setVariable("codeHash", Secrets.hash(code));
        execution.setVariable("codeExpires", Date.from(Instant.now().plus(Duration.ofMinutes(10))));
        execution.setVariable("tries", 0);
        new SampleMail("<code." + execution.getProcessBusinessKey() + "@mandate.example>", (String) execution.getVariable("codeAddress"),
                "Your code", code).send(smtp);
    }
}
