package io.mandate.testing;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.mandate.mail.TestMailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One real SMTP server for all tests of a run. Tests tell their mails apart by using addresses of their own.
 */
public final class TestMail {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/answer/[A-Za-z0-9_-]+(?=\\s|$)");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3} ?\\d{3})\\s*$");

    private TestMail() {}

    /** Started by whoever sends or looks for a mail first; reading one needs none. */
    private static final class Server {
        private static final TestMailServer ONE = TestMailServer.start();
    }

    static int port() {
        return Server.ONE.port();
    }

    /** Refuses an address for good from now on. */
    public static void refuse(String address) {
        Server.ONE.refuse(address, "550 5.1.1 No such user");
    }

    /** Fails for an address until {@link #acceptAll}. */
    public static void failFor(String address) {
        Server.ONE.refuse(address, "451 4.3.0 Try again later");
    }

    /** Takes every refusal back. */
    public static void acceptAll() {
        Server.ONE.refuseNothing();
    }

    /** The envelope sender of the newest mail to an address: where it goes if it cannot be delivered. */
    public static String returnPathTo(String address) {
        return Server.ONE.returnPathTo(address);
    }

    /** The mails that an address received, oldest first. */
    public static List<MimeMessage> to(String address) {
        return Server.ONE.received().stream().filter(mail -> recipient(mail).equals(address)).toList();
    }

    /** All mails of this run. */
    public static List<MimeMessage> all() {
        return Server.ONE.received();
    }

    /** All of a mail: headers, and what its parts say. */
    public static String raw(MimeMessage mail) {
        StringBuilder all = new StringBuilder(GreenMailUtil.getHeaders(mail));
        parts(mail, all);
        return all.toString();
    }

    private static void parts(Part part, StringBuilder all) {
        try {
            if (part.getContent() instanceof MimeMultipart several) {
                for (int one = 0; one < several.getCount(); one++) {
                    parts(several.getBodyPart(one), all);
                }
            } else {
                all.append('\n').append(part.getContent());
            }
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The address of the one whom a mail was sent to. */
    public static String recipient(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The text part of the newest mail to an address whose subject contains these words. */
    public static String text(String address, String subject) {
        List<MimeMessage> mails = to(address).stream().filter(mail -> subject(mail).contains(subject)).toList();
        if (mails.isEmpty()) {
            throw new AssertionError("No mail about \"" + subject + "\" to " + address + ", but "
                    + to(address).stream().map(TestMail::subject).toList());
        }
        return text(mails.get(mails.size() - 1));
    }

    /** The personal link in the newest mail to an address that has one. */
    public static String link(String address) {
        return newest(address, "link", TestMail::linkIn);
    }

    /** The personal link in a text. */
    public static Optional<String> linkIn(String text) {
        return Optional.of(LINK.matcher(text)).filter(Matcher::find).map(Matcher::group);
    }

    /** The code in the newest mail to an address that has one. */
    public static String code(String address) {
        return newest(address, "code", TestMail::codeIn);
    }

    /** The code in a text, six digits. */
    public static Optional<String> codeIn(String text) {
        return Optional.of(CODE.matcher(text)).filter(Matcher::find).map(found -> found.group(1).replace(" ", ""));
    }

    /** The subject of a mail. */
    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** By what a mail program knows a mail. */
    public static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The text part of a mail. */
    public static String text(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            return content instanceof MimeMultipart parts
                    ? parts.getBodyPart(0).getContent().toString()
                    : GreenMailUtil.getBody(mail);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String newest(String address, String what, Function<String, Optional<String>> in) {
        List<MimeMessage> mails = to(address);
        for (int i = mails.size() - 1; i >= 0; i--) {
            Optional<String> found = in.apply(text(mails.get(i)));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("No mail to " + address + " has a " + what);
    }
}
