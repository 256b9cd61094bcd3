package io.mandate.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An access token that was issued on the page, without its text, which is stored nowhere.
 *
 * @param name of the service account; those of one name are the same account
 * @param services ids of services as they were in the catalog then
 * @param expiresAt from this instant on it no longer counts
 * @param lastUsed to the minute
 */
public record AccessToken(
        UUID id,
        String name,
        List<String> services,
        Set<Scope> scopes,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        Optional<String> revokedBy,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsed) {

    /** How it stands. */
    public enum Status {
        LIVE,
        EXPIRED,
        REVOKED
    }

    public Status status(Instant now) {
        return revokedAt.isPresent() ? Status.REVOKED : expiresAt.isAfter(now) ? Status.LIVE : Status.EXPIRED;
    }
}
