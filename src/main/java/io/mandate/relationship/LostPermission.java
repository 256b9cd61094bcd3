package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A permission as it was held until it was lost.
 *
 * @param requestId the request by which it had been held
 * @param endsAt when its term would have ended
 * @param leftOver the roles that the service still gave the partner when it was last asked; empty for none
 * @param checkedAt when the service was last asked
 */
public record LostPermission(
        String service, UUID requestId, List<String> roles, Instant grantedAt, Instant endsAt, CheckResult check,
        List<String> leftOver, Optional<Instant> checkedAt) {

    /** As {@link Permission#mark}, from when it was held. */
    String mark() {
        return requestId + " " + endsAt;
    }

    static LostPermission of(Permission held) {
        return new LostPermission(held.service(), held.requestId(), held.roles(), held.grantedAt(), held.endsAt(),
                CheckResult.PENDING, List.of(), Optional.empty());
    }
}
