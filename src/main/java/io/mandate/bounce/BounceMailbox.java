package io.mandate.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * The mailbox for reports, by IMAP. Nothing in it is ever deleted or moved: a mail that is done with is marked as seen, one
 * that is put aside for people is flagged in addition.
 */
@Component
class BounceMailbox {

    /** Returned mails are Mandate's own, which are small. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MOST_AT_ONCE = 500;
    private static final String MILLIS = "10000";

    private final BounceProperties properties;

    BounceMailbox(BounceProperties properties) {
        this.properties = properties;
    }

    /** What becomes of a mail. */
    enum Verdict {
        DONE,
        ASIDE,
        LATER
    }

    /** Decides about a mail. */
    interface Judge {

        /** The mail is empty where it is too large; what is decided has happened when this returns. */
        Verdict judge(Optional<MimeMessage> mail, Instant received);
    }

    /**
     * Shows each mail that was not seen yet to the judge, oldest first, and marks it accordingly.
     *
     * @throws MessagingException where the mailbox cannot be reached or read
     */
    void read(Judge judge) throws MessagingException {
        read(judge, MOST_AT_ONCE);
    }

    /** Until so many are dealt with. Those that are left for later do not count, or enough of them would be in the others' way. */
    void read(Judge judge, int most) throws MessagingException {
        Session session = Session.getInstance(settings());
        try (Store store = session.getStore("imap")) {
            store.connect(properties.host(), properties.port(), properties.user(), properties.password());
            try (Folder folder = store.getFolder(properties.folder())) {
                folder.open(Folder.READ_WRITE);
                int done = 0;
                for (Message unseen : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    if (done == most) {
                        return;
                    }
                    Verdict verdict = judge.judge(copy(session, unseen), received(unseen));
                    mark(unseen, verdict);
                    done += verdict == Verdict.LATER ? 0 : 1;
                }
            }
        }
    }

    private static void mark(Message mail, Verdict verdict) throws MessagingException {
        if (verdict == Verdict.ASIDE) {
            mail.setFlag(Flags.Flag.FLAGGED, true);
        }
        if (verdict != Verdict.LATER) {
            mail.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private static Instant received(Message mail) throws MessagingException {
        return mail.getReceivedDate() == null ? Instant.EPOCH : mail.getReceivedDate().toInstant();
    }

    private static Optional<MimeMessage> copy(Session session, Message mail) throws MessagingException {
        if (mail.getSize() > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            Bounded bytes = new Bounded();
            mail.writeTo(bytes);
            return Optional.of(new MimeMessage(session, new ByteArrayInputStream(bytes.kept.toByteArray())));
        } catch (IOException | MessagingException unreadable) {
            if (!mail.getFolder().isOpen()) {
                throw new MessagingException("The connection broke off", unreadable);
            }
            // One that cannot be read must not keep those behind it from being read.
            return Optional.empty();
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("mail.imap.ssl.enable", String.valueOf(properties.tls()));
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.setProperty("mail.imap.connectiontimeout", MILLIS);
        settings.setProperty("mail.imap.timeout", MILLIS);
        settings.setProperty("mail.imap.writetimeout", MILLIS);
        // Reading alone marks nothing: that follows the commit.
        settings.setProperty("mail.imap.peek", "true");
        return settings;
    }

    /** Takes no more than it may, whatever size the server claimed. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (kept.size() + length > MAX_BYTES) {
                throw new IOException("A mail is larger than it said");
            }
            kept.write(bytes, offset, length);
        }
    }
}
