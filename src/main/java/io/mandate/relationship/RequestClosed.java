package io.mandate.relationship;

import java.time.Duration;

/**
 * A request that a customer was asked, or was to be asked, came to its end; published within the transaction that records it.
 *
 * @param outcome how it ended
 * @param inPart whether something that was asked was not approved
 * @param age from its opening to its end
 */
public record RequestClosed(RequestKind kind, RequestStatus outcome, boolean inPart, Duration age) {

    static RequestClosed of(Request request) {
        boolean whole = request.asked().stream().allMatch(one -> request.approved().stream().anyMatch(one::isWithin));
        return new RequestClosed(request.kind(), request.status(), request.status() == RequestStatus.APPROVED && !whole,
                Duration.between(request.times().openedAt(), request.times().closedAt().orElseThrow()));
    }
}
