package io.mandate.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service is told: how a partner's permission for one customer stands from now on.
 *
 * @param eventId the same whenever the notice is repeated
 * @param roles those held; empty once it is removed
 * @param endsAt when its term ends; empty once it is removed
 * @param reason why it was removed, in lower case with underscores; empty where it was not
 * @param occurredAt a service that knows something later ignores the notice
 */
public record ServiceNotice(UUID eventId, Type type, String service, String cloud, UUID customer, String partner,
        List<String> roles, Optional<Instant> endsAt, String reason, Instant occurredAt) {

    /** What happened. */
    public enum Type {
        GRANTED("permission.granted"),
        REMOVED("permission.removed");

        private final String id;

        Type(String id) {
            this.id = id;
        }

        /** The name under which services know it. */
        public String id() {
            return id;
        }
    }
}
