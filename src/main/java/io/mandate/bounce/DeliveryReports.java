package io.mandate.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * Finds the delivery status notification of RFC 3464 in a mail, which may have been forwarded as an attachment. Parts are
 * told apart by their types, since servers order them as they like.
 */
final class DeliveryReports {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_PARTS = 10;
    /** Those with "global" are for addresses beyond ASCII: RFC 6533. */
    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers");

    private DeliveryReports() {}

    /** The report; empty where the mail is none, or cannot be understood. */
    static Optional<DeliveryReport> in(MimeMessage mail) {
        try {
            return in(mail, 0);
        } catch (MessagingException | IOException | RuntimeException malformed) {
            // Anybody can send anything here: the library's exceptions of every kind mean the same.
            return Optional.empty();
        }
    }

    private static Optional<DeliveryReport> in(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (isReport(part)) {
            return report(parts(part));
        }
        if (part.isMimeType("message/rfc822")) {
            return in(new MimeMessage((Session) null, part.getInputStream()), depth + 1);
        }
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = parts(part);
            for (int i = 0; i < Math.min(parts.getCount(), MAX_PARTS); i++) {
                Optional<DeliveryReport> found = in(parts.getBodyPart(i), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isReport(Part part) throws MessagingException {
        return part.isMimeType("multipart/report")
                && "delivery-status".equalsIgnoreCase(new ContentType(part.getContentType()).getParameter("report-type"));
    }

    private static Optional<DeliveryReport> report(MimeMultipart parts) throws MessagingException, IOException {
        Optional<BodyPart> status = part(parts, STATUS);
        Optional<BodyPart> returned = part(parts, RETURNED);
        if (status.isEmpty() || returned.isEmpty()) {
            return Optional.empty();
        }
        return DeliveryReport.of(
                new DeliveryStatus(status.get().getInputStream()), new InternetHeaders(returned.get().getInputStream()));
    }

    private static Optional<BodyPart> part(MimeMultipart parts, Set<String> types) throws MessagingException {
        for (int i = 0; i < Math.min(parts.getCount(), MAX_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            for (String type : types) {
                if (part.isMimeType(type)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    private static MimeMultipart parts(Part part) throws MessagingException {
        return new MimeMultipart(part.getDataHandler().getDataSource());
    }
}
