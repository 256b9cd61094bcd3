package io.mandate.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Message-ID of a mail: the same at every attempt, and telling nothing of what it is made from. */
final class MessageId {

    private MessageId() {}

    static String of(Mail mail, String domain) {
        return of(mail.content().kind(), mail.requestId() + "\n" + mail.occurrence(), mail.recipient(), domain);
    }

    static String of(MailKind kind, String occasion, String recipient, String domain) {
        String key = String.join("\n", kind.name(), occasion, recipient.toLowerCase(Locale.ROOT));
        return "<" + HexFormat.of().formatHex(sha256(key), 0, 20) + "@" + domain + ">";
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
