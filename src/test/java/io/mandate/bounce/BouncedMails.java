package io.mandate.bounce;

import io.mandate.mail.MailReport;
import io.mandate.mail.ReportedAction;
import io.mandate.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Lets mails that the tests' mail server took come back. */
@TestComponent
public class BouncedMails {

    public static final String WORDS = "550 5.1.1 No such mailbox";

    @Autowired Bounces bounces;

    /** The newest mail to an address could not be delivered. */
    public void comesBack(String address) {
        List<MimeMessage> mails = TestMail.to(address);
        comesBack(mails.get(mails.size() - 1), address);
    }

    /** The mail could not be delivered to the recipient. */
    public void comesBack(MimeMessage mail, String recipient) {
        reported(mail, recipient, ReportedAction.FAILED);
    }

    /** A server reports about a mail and a recipient; false where Mandate has no record of the mail. */
    boolean reported(MimeMessage mail, String recipient, ReportedAction action) {
        DeliveryReport report = report(messageId(mail), recipient, action);
        boolean known = bounces.take(report);
        bounces.tellPartner(report);
        return known;
    }

    static DeliveryReport report(String messageId, String recipient, ReportedAction action) {
        return new DeliveryReport(messageId, List.of(new MailReport(messageId, recipient, action, "5.1.1", WORDS)));
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
