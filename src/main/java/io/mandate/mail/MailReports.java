package io.mandate.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what other mail servers report about mails after they were taken. */
@Component
public class MailReports {

    /** More than any mail has honestly, of each kind: whoever knows a Message-ID shall not fill the record with it. */
    private static final int MOST_PER_MAIL = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailReports(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** The mail that a report is about, as far as it matters for what follows. */
    public record ReportedMail(UUID requestId, MailKind kind, String recipient) {}

    /** A report, and the mail that it is about. */
    public record Entry(MailKind kind, MailReport report, Instant reportedAt) {}

    /** The recorded mail of this Message-ID; empty where Mandate sent none. */
    public Optional<ReportedMail> mail(String messageId) {
        return jdbc.sql("select request_id, kind, recipient from mail where message_id = :id")
                .param("id", messageId)
                .query((row, number) -> new ReportedMail(
                        row.getObject("request_id", UUID.class), MailKind.valueOf(row.getString("kind")), row.getString("recipient")))
                .optional();
    }

    /** Whether no later mail of its kind went out about the same request. */
    public boolean isLatest(String messageId, ReportedMail mail) {
        return jdbc.sql("""
                        select message_id from mail where request_id = :request and kind = :kind
                        order by first_at desc, message_id limit 1
                        """)
                .param("request", mail.requestId()).param("kind", mail.kind().name())
                .query(String.class).optional().filter(messageId::equals).isPresent();
    }

    /**
     * Notes a report about a recorded mail, which counts as bounced where it failed.
     *
     * @return false where it was noted before
     */
    public boolean add(MailReport report) {
        boolean isNew = jdbc.sql("""
                        insert into mail_report (message_id, recipient, action, status, words, reported_at)
                        select message_id, :recipient, :action, :status, :words, :now from mail
                        where message_id = :id
                            and (select count(*) from mail_report where message_id = :id and action = :action) < :most
                        on conflict do nothing
                        """)
                .param("id", report.messageId())
                .param("recipient", report.recipient())
                .param("action", report.action().name())
                .param("status", report.status())
                .param("words", report.words())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST_PER_MAIL)
                .update() == 1;
        if (isNew && report.action() == ReportedAction.FAILED) {
            jdbc.sql("update mail set status = :bounced, detail = :words where message_id = :id")
                    .param("bounced", MailStatus.BOUNCED.name())
                    .param("words", report.words())
                    .param("id", report.messageId())
                    .update();
            events.publishEvent(new MailReturned());
        }
        return isNew;
    }

    /** What was reported about the mails of a request, oldest first. */
    public List<Entry> of(UUID requestId) {
        return jdbc.sql("""
                        select r.*, m.kind from mail m join mail_report r on r.message_id = m.message_id
                        where m.request_id = :request order by r.reported_at, r.recipient, r.action
                        """)
                .param("request", requestId).query((row, number) -> entry(row)).list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                MailKind.valueOf(row.getString("kind")),
                new MailReport(row.getString("message_id"), row.getString("recipient"),
                        ReportedAction.valueOf(row.getString("action")), row.getString("status"), row.getString("words")),
                row.getObject("reported_at", OffsetDateTime.class).toInstant());
    }
}
