package io.mandate.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A permission of one relationship as it was held last: until it was lost, until its term was over, or still.
 *
 * @param endsAt when its term ends, or would have ended
 * @param lostAt when it was lost, at the latest the end of its term, also where that was recorded later; empty where it still stands, or stood until its term was over
 * @param reason why it was lost; empty as {@code lostAt} is
 */
public record PastPermission(
        String service, List<String> roles, Instant grantedAt, Instant endsAt, Optional<Instant> lostAt,
        Optional<RevocationReason> reason) {

    static PastPermission of(Permission standing) {
        return new PastPermission(standing.service(), standing.roles(), standing.grantedAt(), standing.endsAt(),
                Optional.empty(), Optional.empty());
    }

    static PastPermission of(LostPermission lost, Revocation revocation) {
        return new PastPermission(lost.service(), lost.roles(), lost.grantedAt(), lost.endsAt(),
                Optional.of(revocation.revokedAt().isBefore(lost.endsAt()) ? revocation.revokedAt() : lost.endsAt()), Optional.of(revocation.reason()));
    }

    /** Whether it is held at this instant. */
    public boolean countsAt(Instant now) {
        return lostAt.isEmpty() && now.isBefore(endsAt);
    }

    /** Name of the {@link RevocationReason} for which it was lost, TERM_ENDED where its term is over, HELD where it is still held. */
    public String stateAt(Instant now) {
        return countsAt(now) ? "HELD" : reason.orElse(RevocationReason.TERM_ENDED).name();
    }

    /** Since when it is no longer held; the end of its term where it still is. */
    public Instant until() {
        return lostAt.orElse(endsAt);
    }

    /** The term that it had in the end, in days that can be asked for: shorter than granted where it was shortened. */
    public int days() {
        long days = Duration.between(grantedAt, endsAt).toDays();
        return (int) Math.max(1, Math.min(days, AskedPermission.MAX_DAYS));
    }

    /** The same, asked for again. */
    public AskedPermission again() {
        return new AskedPermission(service, roles, days());
    }
}
