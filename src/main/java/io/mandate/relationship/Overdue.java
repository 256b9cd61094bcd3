package io.mandate.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one relationship consists of, and since when each part of it is over.
 *
 * <p>A request that was not approved is over when it was closed. An approved one is over once all its permissions have ended, and
 * it is not the newest approved one of a relationship in force any more: on that one the duty rests, and through it both sides
 * are written to. Nor while it is the newest by which the customer knows the provider that it chose to call. A wish to end the relationship is over when it was taken back, or the relationship ended.
 *
 * @param requests the newest first, as everybody looks for the one that counts
 */
record Overdue(UUID id, boolean inForce, Optional<Instant> endedAt, List<Part> requests, List<Part> terminations,
        List<End> permissions) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * A request, or a wish to end the relationship.
     *
     * @param granted whether it was approved, or did end the relationship
     * @param closedAt empty while it is open
     * @param erased whether it is without persons by now
     * @param called whether the provider asked it that the customer chose to call
     */
    record Part(UUID id, boolean granted, Optional<Instant> closedAt, boolean erased, boolean called) {}

    /** When the permission that a request gave ended, or will. */
    record End(UUID request, Instant at) {}

    /** The requests that were over before this instant. */
    List<UUID> requestsOver(Instant before) {
        return over(requests, one -> isCalled(one) ? Optional.empty() : requestOver(one), before);
    }

    /** The wishes to end it that were over before this instant. */
    List<UUID> terminationsOver(Instant before) {
        return over(terminations, Part::closedAt, before);
    }

    /** Whether nothing but this is left of it that somebody has to do with. */
    boolean isAll(List<UUID> over) {
        return !inForce && requests.stream().allMatch(one -> one.erased() || over.contains(one.id()));
    }

    /**
     * When to look again: since when, at the earliest, something that was not over by then may be; empty where that depends on
     * what happens, which will say so.
     */
    Optional<Instant> next(Instant before) {
        // Nothing says so when somebody else is called, or the provider is none any more: that is looked at every day.
        Stream<Instant> kept = left(requests).filter(this::isCalled).flatMap(one -> requestOver(one).stream())
                .map(at -> later(at, before.plus(A_DAY)));
        Stream<Instant> ends = Stream.concat(left(requests).map(this::requestOver), left(terminations).map(Part::closedAt))
                .flatMap(Optional::stream);
        return Stream.concat(kept, ends).filter(at -> at.isAfter(before)).min(Comparator.naturalOrder());
    }

    /** By an older one nobody is known. */
    private boolean isCalled(Part request) {
        return inForce && requests.stream().filter(one -> one.called() && one.granted() && !one.erased()).findFirst()
                .equals(Optional.of(request));
    }

    private Optional<Instant> requestOver(Part request) {
        return request.granted() ? replaced(request).map(at -> permissions.stream()
                .filter(one -> one.request().equals(request.id())).map(End::at)
                .reduce(at, Overdue::later)) : request.closedAt();
    }

    /** When a newer one was approved, or the relationship ended: nothing rests on this one any more. */
    private Optional<Instant> replaced(Part request) {
        Instant approved = request.closedAt().orElseThrow();
        Stream<Instant> newer = requests.stream().takeWhile(one -> !one.equals(request)).filter(Part::granted).map(Part::closedAt)
                .flatMap(Optional::stream).map(at -> later(at, approved));
        Stream<Instant> ends = Stream.concat(terminations.stream().filter(Part::granted).map(Part::closedAt), Stream.of(endedAt))
                .flatMap(Optional::stream).filter(at -> !at.isBefore(approved));
        return Stream.concat(newer, ends).min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<UUID> over(List<Part> parts, Function<Part, Optional<Instant>> end, Instant before) {
        return left(parts).filter(one -> end.apply(one).filter(at -> !at.isAfter(before)).isPresent()).map(Part::id).toList();
    }

    private static Stream<Part> left(List<Part> parts) {
        return parts.stream().filter(one -> !one.erased() && one.closedAt().isPresent());
    }
}
