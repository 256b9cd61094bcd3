package io.mandate.mail;

import io.mandate.LinkProperties;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The Message-ID of a mail: the same at every attempt, telling nothing of what it is made from, and to be made by nobody who
 * knows only that.
 */
@Component
class MessageIds {

    /** With what follows longer than what a link is made from, so that neither can be taken for the other. */
    private static final String PURPOSE = "Message-ID";
    private static final int BYTES = 20;

    private final LinkProperties secrets;
    private final SenderAddress sender;

    MessageIds(LinkProperties secrets, SenderAddress sender) {
        this.secrets = secrets;
        this.sender = sender;
    }

    /** Those that the mail may have, the one for a mail that has none yet first: the others are of secrets that were replaced. */
    List<String> of(Mail mail) {
        return of(mail.content().kind(), mail.requestId() + "\n" + mail.occurrence(), mail.recipient());
    }

    /** The same of a mail that belongs to no request. */
    List<String> of(MailKind kind, String occasion, String recipient) {
        String made = String.join("\n", PURPOSE, kind.name(), occasion, recipient.toLowerCase(Locale.ROOT));
        return secrets.macs(made.getBytes(StandardCharsets.UTF_8)).stream()
                .map(mac -> "<" + HexFormat.of().formatHex(mac, 0, BYTES) + "@" + sender.domain() + ">").toList();
    }
}
