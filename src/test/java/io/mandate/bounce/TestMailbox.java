package io.mandate.bounce;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/** A real IMAP server on loopback with a mailbox for reports. */
final class TestMailbox implements AutoCloseable {

    private static final String ADDRESS = "bounces@mandate.example";
    private static final String PASSWORD = "secret";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;

    TestMailbox() {
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, PASSWORD);
    }

    /** How to reach it. */
    BounceProperties properties() {
        return properties(PASSWORD);
    }

    BounceProperties properties(String password) {
        return new BounceProperties("127.0.0.1", server.getImap().getPort(), false, ADDRESS, password, "INBOX",
                Duration.ofMinutes(1), ADDRESS);
    }

    /** Puts a mail into it. */
    void put(MimeMessage mail) {
        user.deliver(mail);
    }

    /** The flags of each mail, oldest first: S for seen, F for flagged, - for neither. */
    List<String> flags() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(mail -> flags(mail.getFlags())).toList();
        } catch (com.icegreen.greenmail.store.FolderException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String flags(Flags flags) {
        String seen = flags.contains(Flags.Flag.SEEN) ? "S" : "";
        String flagged = flags.contains(Flags.Flag.FLAGGED) ? "F" : "";
        return (seen + flagged).isEmpty() ? "-" : seen + flagged;
    }

    @Override
    public void close() {
        server.stop();
    }
}
