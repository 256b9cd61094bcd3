package io.mandate.faults;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The mail server of all nodes, which takes mails for everybody, and misbehaves when it is asked to. */
final class MailSink implements AutoCloseable {

    /** Longer than any program waits. */
    private static final long SILENCE_MILLIS = 15_000;

    /** How it behaves. */
    enum State {
        TAKING,
        /** Later, please: whoever it is for. */
        REFUSING,
        /** Says nothing when it is told whom a mail is for. */
        SILENT,
        /** Takes each mail and does not say so. */
        UNANSWERING
    }

    /** A mail that it took. */
    record Received(String to, String id, String subject, String text) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final SmtpServer server;
    private volatile State state = State.TAKING;

    MailSink() throws InterruptedException {
        server = new SmtpServer(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Receiving());
        server.startService();
        if (!server.waitTillRunning(5_000)) {
            throw new IllegalStateException("The mail server does not start");
        }
    }

    int port() {
        return server.getPort();
    }

    synchronized void be(State next) {
        state = next;
        notifyAll();
    }

    List<Received> all() {
        return received;
    }

    /** Those to an address that are such, newest first. */
    List<Received> to(String address, Predicate<Received> such) {
        List<Received> found = new ArrayList<>(received.stream().filter(mail -> mail.to().equals(address)).filter(such).toList());
        Collections.reverse(found);
        return found;
    }

    private void take(MailAddress to, MimeMessage mail) {
        try {
            received.add(new Received(to.getEmail(), mail.getMessageID(), mail.getSubject(),
                    ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString()));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Says nothing until it behaves otherwise, or nobody waits any more. */
    private synchronized void silence(State during) {
        long end = System.currentTimeMillis() + SILENCE_MILLIS;
        try {
            for (long left = SILENCE_MILLIS; left > 0 && state == during; left = end - System.currentTimeMillis()) {
                wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Receiving extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {

            @Override
            public String checkRecipient(SmtpState conversation, MailAddress recipient) {
                if (state == State.SILENT) {
                    silence(State.SILENT);
                }
                return state == State.REFUSING ? "451 4.3.0 Try again later" : null;
            }

            @Override
            public void send(SmtpState conversation) {
                for (MailAddress to : conversation.getMessage().getToAddresses()) {
                    take(to, conversation.getMessage().getMessage());
                }
                if (state == State.UNANSWERING) {
                    silence(State.UNANSWERING);
                }
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }

    @Override
    public void close() {
        server.stopService();
    }
}
