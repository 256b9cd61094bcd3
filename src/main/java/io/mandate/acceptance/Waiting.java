package io.mandate.acceptance;

import io.mandate.acceptance.DeadlineRules.Deadlines;
import io.mandate.mail.NudgeMail;
import io.mandate.mail.ReminderMail;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.Requests;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens while a customer has not answered: deadlines, reminders, the nudge to the partner, and the end of validity. */
@Service
@Transactional
public class Waiting {

    private final Clock clock;
    private final DeadlineRules rules;
    private final Reminders reminders;
    private final Links links;
    private final Correspondence correspondence;
    private final RelationshipSides sides;
    private final Requests requests;
    private final RequestRegister register;
    private final Timeline timeline;

    Waiting(Clock clock, DeadlineRules rules, Reminders reminders, Links links, Correspondence correspondence,
            RelationshipSides sides, Requests requests, RequestRegister register, Timeline timeline) {
        this.clock = clock;
        this.rules = rules;
        this.reminders = reminders;
        this.links = links;
        this.correspondence = correspondence;
        this.sides = sides;
        this.requests = requests;
        this.register = register;
        this.timeline = timeline;
    }

    /** Until when the link works, and when the partner hears of the customer's silence. */
    public record Dates(Instant validUntil, Instant nudgeAt) {}

    /** Sets the deadlines of a link that was just sent. */
    public Dates begin(UUID id) {
        Request request = requests.lock(id);
        Instant sent = request.times().sentAt().orElseThrow();
        Deadlines deadlines = deadlines(request);
        Instant validUntil = sent.plus(Duration.ofDays(deadlines.validityDays()));
        requests.save(request.validUntil(validUntil));
        return new Dates(validUntil, sent.plus(Duration.ofDays(deadlines.nudgeDays())));
    }

    /** How many days a link of such a request works. */
    @Transactional(readOnly = true)
    public int validityDays(String cloud, RequestKind kind) {
        return rules.of(cloud, kind).validityDays();
    }

    /** When a request whose mail was refused expires, if its address is not corrected. */
    @Transactional(readOnly = true)
    public Instant endWithoutDelivery(UUID id) {
        Request request = requests.get(id);
        Instant since = request.times().sentAt().orElse(clock.instant());
        return request.times().validUntil().orElse(since.plus(Duration.ofDays(deadlines(request).validityDays())));
    }

    /** The next instant after now at which the customer is to be reminded; empty where none is left. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextReminder(UUID id) {
        Request request = requests.get(id);
        return request.remindersStopped()
                ? Optional.empty()
                : reminders.next(request, deadlines(request), clock.instant());
    }

    /**
     * Reminds the customer, unless they answered or asked for no reminders.
     *
     * @param occasion tells this reminder from the others, and stays the same however often and late it is tried again
     */
    public void remind(UUID id, String occasion) {
        Request request = requests.get(id);
        if (request.status() != RequestStatus.WAITING || request.remindersStopped()) {
            return;
        }
        Instant now = clock.instant();
        correspondence.toCustomer(request, request.linkNumber() + "/" + occasion, new ReminderMail(
                correspondence.contact(request), request.organisation(),
                correspondence.asked(request.asked(), request.language()), request.times().validUntil().orElseThrow(),
                links.answer(request), links.stopReminders(request)));
        timeline.add(request, now, TimelineEvent.REMINDED, "", request.address().value());
    }

    /** Tells the partner that the customer stays silent. */
    public void nudge(UUID id) {
        Request request = requests.get(id);
        if (request.status() != RequestStatus.WAITING) {
            return;
        }
        correspondence.toPartner(request, String.valueOf(request.linkNumber()), new NudgeMail(
                request.organisation(), request.address().value(), request.times().sentAt().orElseThrow(),
                request.times().validUntil().orElseThrow(), correspondence.page(request)));
        timeline.add(request, clock.instant(), TimelineEvent.PARTNER_NUDGED, "", request.requester().address().value());
    }

    /** The validity is over and nobody answered. */
    public void expire(UUID id) {
        register.change(id, request -> request.expired(clock.instant()), TimelineEvent.EXPIRED, "", "");
    }

    private Deadlines deadlines(Request request) {
        return rules.of(sides.of(request.relationshipId()).customer().cloud(), request.kind());
    }
}
