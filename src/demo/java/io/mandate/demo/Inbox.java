package io.mandate.demo;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The latest mails that the demo's mail server took, newest first, in memory. */
@Component
@Profile("demo & !second")
class Inbox {

    static final int CAPACITY = 500;

    private final Deque<ReceivedMail> mails = new ArrayDeque<>();
    private final Clock clock;
    private long lastId;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    synchronized void put(String recipient, MimeMessage message) {
        mails.addFirst(ReceivedMail.of(++lastId, clock.instant(), recipient, message));
        if (mails.size() > CAPACITY) {
            mails.removeLast();
        }
    }

    /** Those to recipients in whose address the given part occurs, in any case of letters. */
    synchronized List<ReceivedMail> to(String partOfAddress) {
        String wanted = partOfAddress.strip().toLowerCase(Locale.ROOT);
        return mails.stream()
                .filter(mail -> mail.recipient().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    synchronized Optional<ReceivedMail> mail(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }
}
