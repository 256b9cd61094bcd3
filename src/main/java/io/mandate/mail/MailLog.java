package io.mandate.mail;

import io.mandate.catalog.Languages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what became of each mail. */
@Component
public class MailLog {

    /** More than any real address has; what a person typed instead of one may be longer. */
    private static final int MAX_RECIPIENT = 320;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The mails about a request, or a service request, oldest first. */
    public List<MailEntry> of(UUID requestId) {
        return jdbc.sql("select * from mail where request_id = :request order by first_at, message_id")
                .param("request", requestId)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Those of them that did not arrive: that were refused for good, or came back. */
    public List<MailEntry> undelivered(UUID requestId) {
        return of(requestId).stream().filter(mail -> !mail.status().mayArrive()).toList();
    }

    /** Forgets the mails about these requests, or service requests, and what came back of them. */
    public void forget(Collection<UUID> requests) {
        if (!requests.isEmpty()) {
            jdbc.sql("delete from mail_report where message_id in (select message_id from mail where request_id in (:requests))")
                    .param("requests", requests).update();
            jdbc.sql("delete from mail where request_id in (:requests)").param("requests", requests).update();
        }
    }

    /** The one of these Message-IDs by which a mail was recorded first. */
    Optional<String> known(List<String> messageIds) {
        return jdbc.sql("select message_id from mail where message_id in (:ids) order by first_at limit 1")
                .param("ids", messageIds).query(String.class).optional();
    }

    /**
     * Claims the sending: the mail counts as sent unless {@link #correct} says otherwise before the transaction ends.
     *
     * @return false if the mail was sent before
     */
    boolean claim(String messageId, Mail mail) {
        return insert(messageId, mail, MailStatus.SENT, "") || update(messageId, MailStatus.SENT, "");
    }

    /** Replaces what {@link #claim} recorded in the same transaction. */
    void correct(String messageId, MailStatus status, String detail) {
        jdbc.sql("update mail set status = :status, detail = :detail where message_id = :id")
                .param("status", status.name())
                .param("detail", detail)
                .param("id", messageId)
                .update();
    }

    /** Records an attempt whose claim was rolled back. */
    void record(String messageId, Mail mail, MailStatus status, String detail) {
        if (!update(messageId, status, detail)) {
            insert(messageId, mail, status, detail);
        }
    }

    private boolean insert(String messageId, Mail mail, MailStatus status, String detail) {
        return jdbc.sql(
                                """
                                insert into mail (message_id, relationship_id, request_id, kind, recipient, language,
                                    status, attempts, first_at, last_at, detail)
                                values (:id, :relationship, :request, :kind, :recipient, :language,
                                    :status, 1, :now, :now, :detail)
                                on conflict do nothing
                                """)
                        .param("id", messageId)
                        .param("relationship", mail.relationshipId())
                        .param("request", mail.requestId())
                        .param("kind", mail.content().kind().name())
                        .param("recipient", recipient(mail))
                        .param("language", Languages.nearest(mail.language()).toLanguageTag())
                        .param("status", status.name())
                        .param("now", now())
                        .param("detail", detail)
                        .update()
                == 1;
    }

    private boolean update(String messageId, MailStatus status, String detail) {
        return jdbc.sql(
                                """
                                update mail set status = :status, detail = :detail, attempts = attempts + 1, last_at = :now
                                where message_id = :id and status not in ('SENT', 'BOUNCED')
                                """)
                        .param("status", status.name())
                        .param("detail", detail)
                        .param("now", now())
                        .param("id", messageId)
                        .update()
                == 1;
    }

    private static String recipient(Mail mail) {
        String recipient = PlainText.line(mail.recipient());
        return recipient.substring(0, Math.min(recipient.length(), MAX_RECIPIENT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static MailEntry entry(ResultSet row) throws SQLException {
        return new MailEntry(
                row.getObject("request_id", UUID.class),
                MailKind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("language"),
                MailStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getString("detail"));
    }
}
