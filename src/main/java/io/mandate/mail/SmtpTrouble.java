package io.mandate.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/** What an exception of the mail library means: the recipient refused for good, or trouble that may pass. */
record SmtpTrouble(MailStatus status, String detail) {

    /** RFC 3463 section 3.8: the server denies us its service, whoever the recipient is; not an address to correct. */
    private static final Pattern POLICY = Pattern.compile("^5\\d\\d[ -]5\\.7\\.\\d+\\b.*", Pattern.DOTALL);

    static SmtpTrouble of(Exception exception) {
        Set<Throwable> found = withCauses(exception);
        Optional<Throwable> refused = found.stream().filter(SmtpTrouble::isRefusal).findFirst();
        if (refused.isPresent()) {
            return new SmtpTrouble(MailStatus.REFUSED, ServerWords.of(refused.get().getMessage()));
        }
        Throwable last = found.stream().reduce((first, second) -> second).orElse(exception);
        return new SmtpTrouble(MailStatus.FAILED, ServerWords.of(words(last)));
    }

    /** What the server said speaks for itself; what Java says needs the name of the trouble. */
    private static String words(Throwable trouble) {
        if (trouble instanceof MessagingException && trouble.getMessage() != null) {
            return trouble.getMessage();
        }
        String message = trouble.getMessage() == null ? "" : ": " + trouble.getMessage();
        return trouble.getClass().getSimpleName() + message;
    }

    static SmtpTrouble impossibleAddress() {
        return new SmtpTrouble(MailStatus.REFUSED, "This is not a mail address");
    }

    RuntimeException asException(MailKind kind) {
        return status == MailStatus.REFUSED
                ? new AddressRefusedException("The recipient of " + kind + " is refused: " + detail)
                : new MailFailedException(kind + " could not be sent: " + detail);
    }

    private static boolean isRefusal(Throwable exception) {
        return exception instanceof SMTPAddressFailedException failed
                && failed.getReturnCode() >= 550
                && failed.getReturnCode() <= 559
                && !POLICY.matcher(String.valueOf(failed.getMessage())).matches();
    }

    /** The mail libraries chain exceptions in three ways. */
    private static Set<Throwable> withCauses(Throwable exception) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> next = new ArrayDeque<>();
        next.add(exception);
        while (!next.isEmpty()) {
            Throwable current = next.poll();
            if (!found.add(current)) {
                continue;
            }
            if (current instanceof MailSendException sending) {
                Collections.addAll(next, sending.getMessageExceptions());
            }
            if (current instanceof MessagingException messaging && messaging.getNextException() != null) {
                next.add(messaging.getNextException());
            }
            if (current.getCause() != null) {
                next.add(current.getCause());
            }
        }
        return found;
    }
}
