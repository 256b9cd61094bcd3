package io.mandate.request.web;

import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What pages show of a request, in the language of the page.
 *
 * @param inForce whether the relationship is in force, so that more can be asked for under it
 * @param title the partner's own name for it, or else what it is
 * @param requester name and address of the person who asked; the partner's name where that is not for the reader to know
 * @param erasedAt since when it is without persons; empty while it has them
 * @param customer what identifies the customer: a domain, or the one address that may answer
 * @param partner the one that asks, or on whose behalf is asked
 * @param provider the indirect provider that asks on its behalf; empty where it asks itself, and where that is not for the reader to know
 * @param guest whether the reader is of the provider, and this request the partner's own
 * @param foreign whether the reader is of the partner's provider, and another one asked, which was it before
 * @param approved what the customer granted; empty before that
 */
public record RequestView(
        UUID id, UUID relationship, RequestKind kind, boolean inForce, String title, String organisation, String customer, String address, String language,
        String country, String cloud, List<Asked> asked, boolean withoutPermission, RequestStatus status,
        String partner, Optional<String> provider, boolean guest, boolean foreign, String requester, Instant openedAt, Optional<Instant> validUntil,
        Optional<Instant> erasedAt,
        Optional<Answer> answer, String reason, List<Granted> approved) {

    /** A service asked for. */
    public record Asked(String service, String description, List<RoleWords> roles, int days, boolean extending) {}

    /** A role in plain words. */
    public record RoleWords(String name, String description) {}

    /** Who answered, with name and address, and which agreement they accepted. */
    public record Answer(String person, Instant at, String agreement) {}

    /**
     * A service granted.
     *
     * @param less whether it is less than was asked for
     * @param moved whether another partner held it before
     */
    public record Granted(String service, List<RoleWords> roles, Instant until, boolean extending, boolean less, boolean moved) {}

    /** Another request that is in the way of a new one. */
    public record Open(UUID id, String title, List<String> services, Instant openedAt, String requester, RequestStatus status) {}

    /** The names of the services asked for that were not granted. */
    public List<String> refused() {
        List<String> names = approved.stream().map(Granted::service).toList();
        return asked.stream().map(Asked::service).filter(name -> !names.contains(name)).toList();
    }
}
