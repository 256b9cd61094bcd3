package io.mandate.bench.limit;

import io.mandate.bench.app.SampleMail;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends what a committed transaction left to be sent, by as many threads as the engines have workers, and notes it. That note may be
 * lost: the mail would be sent again, with the same Message-ID.
 */
final class Outbox {

    private static final int WORKERS = 8;

    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });
    private final Sql lazy;
    private final JavaMailSender smtp;

    Outbox(Sql lazy, JavaMailSender smtp) {
        this.lazy = lazy;
        this.smtp = smtp;
    }

    /** Sends in the background, then notes it. */
    void send(Sql.Work<?> noted, SampleMail... mails) {
        workers.execute(() -> sendNow(noted, mails));
    }

    /** Sends while the caller waits. */
    void sendNow(Sql.Work<?> noted, SampleMail... mails) {
        for (SampleMail mail : mails) {
            mail.send(smtp);
        }
        lazy.transaction(noted);
    }
}
