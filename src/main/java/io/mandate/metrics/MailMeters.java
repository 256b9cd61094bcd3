package io.mandate.metrics;

import io.mandate.mail.MailReturned;
import io.mandate.mail.MailStatus;
import io.mandate.mail.MailTried;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What became of mails. */
@Component
class MailMeters {

    private final MeterRegistry registry;

    MailMeters(MeterRegistry registry) {
        this.registry = registry;
        Stream.of(MailStatus.values()).forEach(this::mails);
    }

    /** At once: what the mail server did stands, whatever becomes of the transaction. */
    @EventListener
    void tried(MailTried mail) {
        mails(mail.outcome()).increment();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void returned(MailReturned mail) {
        mails(MailStatus.BOUNCED).increment();
    }

    private Counter mails(MailStatus outcome) {
        return Counter.builder("mandate.mails").description("Attempts to send a mail, and mails that came back")
                .tag("outcome", RequestMeters.name(outcome)).register(registry);
    }
}
