package io.mandate.faults;

import io.mandate.mail.TestMailServer;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
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
    private final TestMailServer server = TestMailServer.start();
    private volatile State state = State.TAKING;

    MailSink() {
        server.behave(this::reply, this::taken);
    }

    int port() {
        return server.port();
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

    private String reply(String recipient) {
        if (state == State.SILENT) {
            silence(State.SILENT);
        }
        return state == State.REFUSING ? "451 4.3.0 Try again later" : null;
    }

    private void taken(MimeMessage mail) {
        received.add(new Received(TestMail.recipient(mail), TestMail.id(mail), TestMail.subject(mail), TestMail.text(mail)));
        if (state == State.UNANSWERING) {
            silence(State.UNANSWERING);
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

    @Override
    public void close() {
        server.close();
    }
}
