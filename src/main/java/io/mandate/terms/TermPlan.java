package io.mandate.terms;

import io.mandate.relationship.HeldTerm;
import io.mandate.relationship.Permission;
import io.mandate.termrules.TermRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** What is due when because of one term, by the rule of its permission. All of it is computed in UTC. */
record TermPlan(HeldTerm term, TermRule rule) {

    /** What is to be done. */
    enum Step {
        NOTHING,
        NOTICE,
        EXTENSION,
        END
    }

    /** What is to be done now; of several notices that were missed only the nearest to the end. */
    Step due(Instant now) {
        if (!held().countsAt(now)) {
            return Step.END;
        }
        if (isExtended() && !now.isBefore(extensionAt())) {
            return Step.EXTENSION;
        }
        return notice(now).isPresent() ? Step.NOTICE : Step.NOTHING;
    }

    /** The notice to give now: so many days before the end; empty for none. */
    Optional<Integer> notice(Instant now) {
        return rule.noticeDays().stream()
                .filter(days -> !at(days).isBefore(term.nextDueAt()) && !at(days).isAfter(now) && at(days).isAfter(held().grantedAt()))
                .min(Integer::compare);
    }

    /** When something is to be done next, after this instant. */
    Instant next(Instant now) {
        Stream<Instant> notices = rule.noticeDays().stream().map(this::at).filter(held().grantedAt()::isBefore);
        Stream<Instant> extension = isExtended() ? Stream.of(extensionAt()) : Stream.empty();
        return Stream.concat(notices, extension).filter(now::isBefore).filter(held()::countsAt)
                .min(Instant::compareTo).orElse(held().endsAt());
    }

    /** When it will end instead, as it is to be extended; empty where it ends. */
    Optional<Instant> extendedTo() {
        return isExtended() ? Optional.of(held().endsAt().plus(Duration.ofDays(rule.extensionDays()))) : Optional.empty();
    }

    /** The same permission with its later end, of which nothing is done yet. */
    TermPlan extended(Instant now) {
        Permission extended = new Permission(held().customerId(), held().service(), held().holder(), held().relationshipId(),
                held().requestId(), held().roles(), held().grantedAt(), extendedTo().orElseThrow());
        return new TermPlan(new HeldTerm(extended, term.cloud(), true, now), rule);
    }

    private boolean isExtended() {
        return term.extending() && rule.extendable();
    }

    private Instant extensionAt() {
        return at(rule.extendedDaysBefore());
    }

    /** The day itself begins at 00:00 UTC. */
    private Instant at(int days) {
        Instant end = held().endsAt();
        return days > 0 ? end.minus(Duration.ofDays(days))
                : end.minusNanos(1).atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private Permission held() {
        return term.permission();
    }
}
