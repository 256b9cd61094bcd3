package io.mandate.grant;

import io.mandate.acceptance.Correspondence;
import io.mandate.provisioning.Notices;
import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.ServiceChecks;
import io.mandate.relationship.Sides;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that a granted permission takes effect at the service itself; one that was lost meanwhile is left alone. */
@Service
@Transactional
public class ServiceSetup {

    private final Clock clock;
    private final Requests requests;
    private final Permissions permissions;
    private final ServiceChecks checks;
    private final RelationshipSides sides;
    private final Provisioning provisioning;
    private final Notices notices;
    private final Correspondence correspondence;

    ServiceSetup(Clock clock, Requests requests, Permissions permissions, ServiceChecks checks, RelationshipSides sides,
            Provisioning provisioning, Notices notices, Correspondence correspondence) {
        this.clock = clock;
        this.requests = requests;
        this.permissions = permissions;
        this.checks = checks;
        this.sides = sides;
        this.provisioning = provisioning;
        this.notices = notices;
        this.correspondence = correspondence;
    }

    /** Whether any of the services approved can be told. */
    boolean isTellable(Request request) {
        return request.approved().stream().anyMatch(one -> isReached(request, one.service()));
    }

    /** Names of the services approved that can be told and asked. */
    List<String> reached(Request request, Locale language) {
        return request.approved().stream().filter(one -> isReached(request, one.service()))
                .map(one -> correspondence.service(one.service(), language)).toList();
    }

    /**
     * What became of a grant, as ids of services.
     *
     * @param confirmed where it has taken effect: those that can be asked, and where it is still held
     * @param ended where it is held no more
     * @param ends until when it is held, by service, where it still is
     */
    record Outcome(List<String> confirmed, List<String> ended, Map<String, Instant> ends) {}

    /** What has become of it by now. */
    Outcome outcome(Request request) {
        if (request.approved().isEmpty()) {
            return new Outcome(List.of(), List.of(), Map.of());
        }
        Map<String, Instant> ends = stillHeld(request, sides.of(request.relationshipId())).stream()
                .collect(Collectors.toMap(Permission::service, Permission::endsAt, (one, same) -> one, TreeMap::new));
        return new Outcome(ends.keySet().stream().filter(service -> isReached(request, service)).toList(),
                request.approved().stream().map(AskedPermission::service).filter(service -> !ends.containsKey(service)).toList(),
                ends);
    }

    /** Names of the services that have not confirmed what they were told. */
    List<String> unconfirmed(Request request, Locale language) {
        return held(request, sides.of(request.relationshipId())).stream()
                .filter(held -> !notices.isConfirmed(Notices.id("granted", request.id(), held.service())))
                .map(held -> correspondence.service(held.service(), language)).toList();
    }

    /**
     * Tells the services what was granted.
     *
     * @throws io.mandate.provisioning.ServiceSilentException where one did not confirm, and all may be told again
     */
    public void tell(UUID id) {
        Request request = requests.get(id);
        Sides both = sides.of(request.relationshipId());
        notices.tell(held(request, both).stream()
                .map(held -> new ServiceNotice(
                        Notices.id("granted", id, held.service()), ServiceNotice.Type.GRANTED, held.service(),
                        both.customer().cloud(), both.customer().id(), both.partnerId(), held.roles(),
                        Optional.of(held.endsAt()), "", held.grantedAt()))
                .toList());
    }

    /**
     * Asks the services what the partner can do there, and notes where all has taken effect.
     *
     * @return ids of the roles that are missing there, by service; empty where all has taken effect
     * @throws io.mandate.provisioning.ServiceSilentException where one did not answer, and all may be asked again
     */
    public Map<String, Set<String>> missing(UUID id) {
        Request request = requests.get(id);
        Sides both = sides.of(request.relationshipId());
        Map<String, Set<String>> missing = new TreeMap<>();
        List<Permission> complete = new ArrayList<>();
        for (Permission held : held(request, both)) {
            Set<String> roles = new TreeSet<>(held.roles());
            roles.removeAll(provisioning.roles(new ServiceQuestion(
                    held.service(), both.customer().cloud(), both.customer().id(), both.partnerId())));
            if (roles.isEmpty()) {
                complete.add(held);
            } else {
                missing.put(held.service(), roles);
            }
        }
        // Only now, so that nobody waits for a row of these while services are asked.
        complete.forEach(held -> checks.tookEffect(held, clock.instant()));
        if (!missing.isEmpty()) {
            // A service that was told of a loss in the meantime is right to give nothing.
            missing.keySet().retainAll(held(request, both).stream().map(Permission::service).toList());
        }
        return missing;
    }

    private List<Permission> held(Request request, Sides both) {
        return stillHeld(request, both).stream().filter(held -> isReached(request, held.service())).toList();
    }

    private List<Permission> stillHeld(Request request, Sides both) {
        return permissions.heldAt(both.customer().id(), clock.instant()).stream()
                .filter(held -> held.requestId().equals(request.id())).toList();
    }

    private boolean isReached(Request request, String service) {
        return provisioning.reaches(service, sides.of(request.relationshipId()).customer().cloud());
    }
}
