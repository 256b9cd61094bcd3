package io.mandate.bench.ordinary;

import io.mandate.bench.app.Commits;
import io.mandate.bench.app.StatementTally;
import io.mandate.bench.app.StepEndpoints;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** A small application as the engine's starter makes it; its settings are the engine's own. */
public final class OrdinaryUnderTest {

    private OrdinaryUnderTest() {}

    public static void main(String[] args) {
        new SpringApplication(Ordinary.class).run(args);
    }

    @EnableAutoConfiguration
    static final class Ordinary {

        @Bean
        static StatementTally statementTally() {
            return new StatementTally();
        }

        @Bean
        Commits commits() {
            return new Commits();
        }

        @Bean
        RouterFunction<ServerResponse> benchEndpoints(RuntimeService runtime, TaskService tasks, TransactionTemplate transaction,
                Commits commits, StatementTally tally) {
            return new StepEndpoints(new OrdinarySteps(runtime, tasks, transaction, commits), tally).routes();
        }

        @Bean
        JavaDelegate sendInvitation(JavaMailSender smtp) {
            return new SendInvitation(smtp);
        }

        @Bean
        JavaDelegate sendCode(JavaMailSender smtp) {
            return new SendCode(smtp);
        }

        @Bean
        JavaDelegate recordPermission(JdbcClient jdbc, Commits commits) {
            return new RecordPermission(jdbc, commits);
        }

        @Bean
        JavaDelegate tellCustomer(JavaMailSender smtp) {
            return new Tell(smtp, "address", "You approved the request");
        }

        @Bean
        JavaDelegate tellPartner(JavaMailSender smtp) {
            return new Tell(smtp, "requester", "Northwind Traders approved your request");
        }

        @Bean
        JavaDelegate remind(JavaMailSender smtp) {
            return new Tell(smtp, "address", "A request waits for your answer");
        }

        @Bean
        JavaDelegate nudge(JavaMailSender smtp) {
            return new Tell(smtp, "requester", "Northwind Traders has not answered yet");
        }

        @Bean
        JavaDelegate reportExpiry(JavaMailSender smtp) {
            return new Tell(smtp, "requester", "Northwind Traders did not answer");
        }
    }
}
