package io.mandate.request.web;

import io.mandate.mail.MailEntry;
import io.mandate.mail.MailReport;
import io.mandate.mail.MailReports;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.NewEnd;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.request.Dossier;
import io.mandate.web.ErasedWords;
import io.mandate.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells everything that happened to a request, and what became of each mail, in the order in which it happened. */
@Component
class TimelineViews {

    /** A mail tells these better: with its recipient and with what became of it. */
    private static final Set<TimelineEvent> TOLD_BY_MAIL = Set.of(
            TimelineEvent.SENT, TimelineEvent.ADDRESS_REFUSED, TimelineEvent.REMINDED, TimelineEvent.PARTNER_NUDGED);
    /** Who sends, or what is asked for, makes another sentence. */
    private static final Set<TimelineEvent> SENTENCE_BY_DETAIL =
            Set.of(TimelineEvent.REVIEWED, TimelineEvent.SENT_AGAIN, TimelineEvent.ASKED);
    private static final Set<MailStatus> SAID_BY_REPORT_OR_NOTHING = Set.of(MailStatus.SENT, MailStatus.BOUNCED);
    private static final Set<TimelineEvent> GOOD = Set.of(TimelineEvent.APPROVED, TimelineEvent.PERMISSION_GRANTED);
    private static final Set<TimelineEvent> WELCOME = Set.of(
            TimelineEvent.HANDOVER_ACCEPTED, TimelineEvent.DUTY_ACCEPTED, TimelineEvent.DUTY_TAKEN_ON);
    private static final Set<TimelineEvent> BAD = Set.of(
            TimelineEvent.DECLINED, TimelineEvent.EXPIRED, TimelineEvent.PERMISSION_MOVED_AWAY,
            TimelineEvent.PERMISSION_REMOVED, TimelineEvent.PERMISSION_REMOVED_AT_SERVICE,
            TimelineEvent.PERMISSION_TERM_ENDED, TimelineEvent.PERMISSION_ENDED_WITH_RELATIONSHIP,
            TimelineEvent.WITHDRAWN_WITH_RELATIONSHIP, TimelineEvent.RELATIONSHIP_ENDED);

    private final MessageSource messages;
    private final RequestViews views;
    private final Times times;
    private final ErasedWords erased;

    TimelineViews(MessageSource messages, RequestViews views, Times times, ErasedWords erased) {
        this.messages = messages;
        this.views = views;
        this.times = times;
        this.erased = erased;
    }

    /**
     * One thing that happened.
     *
     * @param tone empty, or success, warn or error
     * @param outcome what became of a mail; empty for other things
     * @param quote in somebody's own words: a reason, or what the mail server said; empty for none
     */
    record Moment(Instant at, String tone, String text, String outcome, String quote) {}

    /** Oldest first. */
    List<Moment> of(Dossier dossier, Locale locale) {
        List<Moment> moments = new ArrayList<>();
        Optional<Instant> erasedAt = dossier.request().times().erasedAt();
        String reason = erased.words(dossier.request().reason(), erasedAt, locale);
        // What became of mails is erased, too.
        dossier.events().stream().filter(event -> erasedAt.isPresent() || !TOLD_BY_MAIL.contains(event.event()))
                .forEach(event -> moments.add(moment(event, reason, locale)));
        dossier.mails().forEach(mail -> moments.add(moment(mail, locale)));
        dossier.reports().forEach(report -> moments.add(moment(report, locale)));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private Moment moment(Timeline.Entry entry, String reason, Locale locale) {
        TimelineEvent event = entry.event();
        if (event == TimelineEvent.TERM_SHORTENED || event == TimelineEvent.TERM_EXTENDED) {
            return newEnd(entry, locale);
        }
        if (event.hasMoment()) {
            return withMoment(entry, locale);
        }
        String detail = switch (event) {
            case PERMISSION_GRANTED, PERMISSION_TAKEN_OVER, PERMISSION_MOVED_AWAY, PERMISSION_REMOVED,
                    PERMISSION_REMOVED_AT_SERVICE, PERMISSION_GIVEN_UP, PERMISSION_TERM_ENDED,
                    PERMISSION_ENDED_WITH_RELATIONSHIP, EXTENSION_ALLOWED, EXTENSION_STOPPED, SUPPORT_CONTACT_CHOSEN,
                    SUPPORT_CONTACT_ENDED, SUPPORT_CONTACT_PROVIDER_CHOSEN, SUPPORT_CONTACT_PROVIDER_ENDED -> views.service(entry.detail(), locale);
            default -> erased.brief(entry.detail(), entry.erasedAt(), locale);
        };
        String key = SENTENCE_BY_DETAIL.contains(event) ? event + "." + entry.detail()
                : event == TimelineEvent.RELATIONSHIP_ENDED && entry.actor().isEmpty() ? event + ".NOTICE" : event.name();
        String tone = GOOD.contains(event) ? "success" : BAD.contains(event) ? "error" : "";
        return new Moment(entry.happenedAt(), tone, text("event." + key, locale, actor(entry, locale), detail), "",
                event == TimelineEvent.DECLINED ? reason : "");
    }

    private Moment withMoment(Timeline.Entry entry, Locale locale) {
        return new Moment(entry.happenedAt(), WELCOME.contains(entry.event()) ? "success" : "warn", text("event." + entry.event(), locale,
                actor(entry, locale), "",
                times.moment(Instant.parse(entry.detail()), locale)), "", "");
    }

    private Moment newEnd(Timeline.Entry entry, Locale locale) {
        NewEnd changed = NewEnd.of(entry.detail());
        return new Moment(entry.happenedAt(), entry.event() == TimelineEvent.TERM_EXTENDED ? "success" : "warn",
                text("event." + entry.event(), locale, actor(entry, locale),
                views.service(changed.service(), locale), times.moment(changed.end(), locale)), "", "");
    }

    private String actor(Timeline.Entry entry, Locale locale) {
        return erased.words(entry.actor(), entry.erasedAt(), locale);
    }

    private Moment moment(MailEntry mail, Locale locale) {
        String tone = switch (mail.status()) {
            case SENT -> "";
            case FAILED -> "warn";
            case REFUSED, BOUNCED -> "error";
        };
        String kind = messages.getMessage("mail.kind." + mail.kind(), null, locale);
        String outcome = messages.getMessage("mail.status." + mail.status(), null, locale);
        return new Moment(mail.lastAt(), tone, text("mail", locale, kind, mail.recipient()),
                mail.attempts() > 1 ? text("attempts", locale, outcome, mail.attempts()) : outcome,
                SAID_BY_REPORT_OR_NOTHING.contains(mail.status()) ? "" : mail.detail());
    }

    private Moment moment(MailReports.Entry entry, Locale locale) {
        MailReport report = entry.report();
        String tone = switch (report.action()) {
            case FAILED -> "error";
            case DELAYED -> "warn";
            case DELIVERED, RELAYED, EXPANDED -> "";
        };
        String kind = messages.getMessage("mail.kind." + entry.kind(), null, locale);
        return new Moment(entry.reportedAt(), tone, text("report", locale, kind, report.recipient()),
                messages.getMessage("mail.report." + report.action(), null, locale),
                report.words().isEmpty() ? report.status() : report.words());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("invitation.timeline." + key, arguments, locale);
    }
}
