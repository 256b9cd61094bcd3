package io.mandate.bounce;

import io.mandate.mail.MailReport;
import io.mandate.mail.ReportedAction;
import io.mandate.mail.ServerWords;
import jakarta.mail.internet.InternetHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/** A delivery status notification: which mail it is about, and what became of it per recipient. */
record DeliveryReport(String messageId, List<MailReport> recipients) {

    private static final int MAX_RECIPIENTS = 10;
    private static final int MAX_RECIPIENT = 320;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,190}>");
    private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
    /** "rfc822;" or "smtp;" before the value that counts. */
    private static final Pattern TYPE = Pattern.compile("^\\s*[A-Za-z0-9-]+\\s*;");

    /** The report in these fields about the mail with these headers; empty where they say nothing that can be understood. */
    static Optional<DeliveryReport> of(DeliveryStatus fields, InternetHeaders returned) {
        Matcher id = MESSAGE_ID.matcher(value(returned, "Message-ID"));
        if (!id.find()) {
            return Optional.empty();
        }
        List<MailReport> recipients = new ArrayList<>();
        for (int i = 0; i < Math.min(fields.getRecipientDSNCount(), MAX_RECIPIENTS); i++) {
            recipient(id.group(), fields.getRecipientDSN(i)).ifPresent(recipients::add);
        }
        return recipients.isEmpty() ? Optional.empty() : Optional.of(new DeliveryReport(id.group(), recipients));
    }

    /** What the report says about the first recipient that the mail could not be delivered to; empty where there is none. */
    Optional<MailReport> failure() {
        return recipients.stream().filter(one -> one.action() == ReportedAction.FAILED).findFirst();
    }

    private static Optional<MailReport> recipient(String messageId, InternetHeaders fields) {
        return action(value(fields, "Action")).map(action -> {
            String words = typed(fields, "Diagnostic-Code");
            return new MailReport(messageId, address(fields), action, status(value(fields, "Status")), ServerWords.of(words));
        });
    }

    private static Optional<ReportedAction> action(String named) {
        return Arrays.stream(ReportedAction.values()).filter(action -> action.name().equalsIgnoreCase(named)).findFirst();
    }

    /** The address that was written to where the report says it, else where the mail went in the end. */
    private static String address(InternetHeaders fields) {
        String original = typed(fields, "Original-Recipient");
        String address = ServerWords.of(original.isEmpty() ? typed(fields, "Final-Recipient") : original).replaceAll("[<>]", "");
        return address.substring(0, Math.min(address.length(), MAX_RECIPIENT));
    }

    private static String status(String field) {
        Matcher found = STATUS.matcher(field);
        return found.find() ? found.group() : "";
    }

    private static String typed(InternetHeaders fields, String name) {
        return TYPE.matcher(value(fields, name)).replaceFirst("").strip();
    }

    /** The first field of this name, on one line; empty where there is none. */
    private static String value(InternetHeaders fields, String name) {
        String[] values = fields.getHeader(name);
        return values == null ? "" : values[0].replaceAll("\\s+", " ").strip();
    }
}
