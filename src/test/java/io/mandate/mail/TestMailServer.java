package io.mandate.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A real SMTP server on loopback that keeps what it gets and refuses what it is told to refuse. */
public final class TestMailServer implements AutoCloseable {

    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> returnPaths = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile UnaryOperator<String> reply = refusals::get;
    private volatile Consumer<MimeMessage> taken = mail -> {};
    private final SmtpServer server;

    private TestMailServer(int port) {
        server = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new TestManagers());
        server.startService();
        try {
            if (!server.waitTillRunning(10_000)) {
                throw new IllegalStateException("The mail server did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts on a free port. */
    public static TestMailServer start() {
        return new TestMailServer(0);
    }

    /** Starts on a port where another one was before. */
    public static TestMailServer startOn(int port) {
        return new TestMailServer(port);
    }

    public int port() {
        return server.getPort();
    }

    /** Answers every RCPT of this address with the reply, such as {@code 550 5.1.1 No such user}. */
    public void refuse(String address, String reply) {
        refusals.put(address, reply);
    }

    public void refuseNothing() {
        refusals.clear();
    }

    /**
     * Lets others say what it does.
     *
     * @param reply to RCPT of an address; null takes the mail
     * @param taken is called before it says that it took a mail
     */
    public void behave(UnaryOperator<String> reply, Consumer<MimeMessage> taken) {
        this.reply = reply;
        this.taken = taken;
    }

    /** The envelope sender of the newest mail to this address. */
    public String returnPathTo(String address) {
        return returnPaths.get(address);
    }

    /** What arrived, oldest first. */
    public List<MimeMessage> received() {
        return received;
    }

    @Override
    public void close() {
        server.stopService();
    }

    private final class TestManagers extends Managers {

        TestManagers() {
            getUserManager().setAuthRequired(false);
        }

        private final SmtpManager manager = new SmtpManager(getImapHostManager(), getUserManager()) {

            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                return reply.apply(recipient.getEmail());
            }

            @Override
            public void send(SmtpState state) {
                state.getMessage().getToAddresses().forEach(
                        to -> returnPaths.put(to.getEmail(), state.getMessage().getReturnPath().getEmail()));
                received.add(state.getMessage().getMessage());
                taken.accept(state.getMessage().getMessage());
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return manager;
        }
    }
}
