package io.mandate.termination.web;

import io.mandate.acceptance.Correspondence;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TerminationStatus;
import io.mandate.relationship.Terminations;
import io.mandate.termination.Terminating;
import io.mandate.termination.web.EndView.Held;
import io.mandate.web.Times;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the end of a relationship into the words of the catalog. */
@Component
class EndViews {

    private final Clock clock;
    private final Relationships relationships;
    private final Terminations terminations;
    private final Renegotiations renegotiations;
    private final Terminating terminating;
    private final Permissions permissions;
    private final Revocations revocations;
    private final Correspondence words;
    private final Times times;

    EndViews(Clock clock, Relationships relationships, Terminations terminations,
            Renegotiations renegotiations, Terminating terminating, Permissions permissions, Revocations revocations, Correspondence words, Times times) {
        this.clock = clock;
        this.relationships = relationships;
        this.terminations = terminations;
        this.renegotiations = renegotiations;
        this.terminating = terminating;
        this.permissions = permissions;
        this.revocations = revocations;
        this.words = words;
        this.times = times;
    }

    /** As it is by now: it may have changed since the reader came. */
    EndView of(Reader reader, Locale locale) {
        Relationship relationship = relationships.get(reader.relationship().id());
        Optional<Termination> newest = terminations.newest(relationship.id());
        boolean inForce = relationship.status().isInForce();
        Optional<Termination> ended = newest.filter(one -> !inForce && one.status() == TerminationStatus.ENDED);
        return new EndView(
                reader.side(), reader.partner(), relationship.organisation(),
                reader.side() == Side.PARTNER ? relationship.organisation() : reader.partner(),
                inForce, newest.filter(Termination::isOpen), ended,
                clock.instant().plus(terminating.notice(relationship.id(), reader.side())),
                inForce ? held(relationship, locale) : ended.map(one -> wasHeld(one, locale)).orElse(List.of()),
                inForce ? waiting(reader, locale) : List.of(),
                inForce ? terminating.open(relationship.id()) : List.of(), relationship.isOnDuty(),
                inForce && isRenegotiated(relationship));
    }

    /** As far as the partner may know, too. */
    private boolean isRenegotiated(Relationship relationship) {
        return renegotiations.open(relationship.id()).isPresent()
                || renegotiations.bringing(relationship.id(), Side.PARTNER).isPresent();
    }

    private List<Held> held(Relationship relationship, Locale locale) {
        return permissions.heldBy(relationship.id(), clock.instant()).stream()
                .map(one -> new Held(words.service(one.service(), locale), "", "")).toList();
    }

    private List<Held> wasHeld(Termination ended, Locale locale) {
        return ended.revocation().map(id -> revocations.get(id).lost().stream().map(lost -> held(lost, locale)).toList())
                .orElse(List.of());
    }

    private Held held(LostPermission lost, Locale locale) {
        return new Held(words.service(lost.service(), locale), lost.check().name(),
                String.join(", ", words.roles(lost.service(), lost.leftOver(), locale)));
    }

    /** What the partner has not sent yet is for the partner alone to know. */
    private List<String> waiting(Reader reader, Locale locale) {
        return terminating.waiting(reader.relationship().id()).stream()
                .filter(request -> reader.side() == Side.PARTNER || request.times().sentAt().isPresent())
                .map(request -> request(request, locale)).toList();
    }

    private String request(Request request, Locale locale) {
        String services = String.join(", ",
                request.services().stream().map(service -> words.service(service, locale)).toList());
        return times.day(request.times().openedAt(), locale) + (services.isEmpty() ? "" : ": " + services);
    }
}
