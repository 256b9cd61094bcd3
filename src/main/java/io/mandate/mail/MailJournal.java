package io.mandate.mail;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the log true to what the mail server did, whatever becomes of the transaction in which a mail was sent. */
@Component
class MailJournal {

    private final MailLog log;
    private final TransactionTemplate joined;
    private final TransactionTemplate apart;

    MailJournal(MailLog log, PlatformTransactionManager transactions) {
        this.log = log;
        this.joined = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The Message-ID by which a mail goes out: the one of an attempt before, though the secret was replaced since.
     *
     * @param possible the one of a new mail first; that there is but one costs no statement
     */
    String messageId(List<String> possible) {
        List<String> earlier = possible.subList(1, possible.size());
        return (earlier.isEmpty() ? Optional.<String>empty() : log.known(earlier)).orElse(possible.get(0));
    }

    /** Delivers the mail unless that was done before; gives the trouble it met. One statement where there is none. */
    Optional<SmtpTrouble> attempt(String messageId, Mail mail, Supplier<Optional<SmtpTrouble>> delivery) {
        return joined.execute(status -> {
            if (!log.claim(messageId, mail)) {
                return Optional.empty();
            }
            Optional<SmtpTrouble> trouble = delivery.get();
            trouble.ifPresent(met -> log.correct(messageId, met.status(), met.detail()));
            recordEvenIfRolledBack(messageId, mail, trouble);
            return trouble;
        });
    }

    private void recordEvenIfRolledBack(String messageId, Mail mail, Optional<SmtpTrouble> trouble) {
        MailStatus status = trouble.map(SmtpTrouble::status).orElse(MailStatus.SENT);
        String detail = trouble.map(SmtpTrouble::detail).orElse("");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int completion) {
                if (completion != STATUS_COMMITTED) {
                    // Only now: the row claimed above stayed locked until here.
                    apart.executeWithoutResult(ignored -> log.record(messageId, mail, status, detail));
                }
            }
        });
    }
}
