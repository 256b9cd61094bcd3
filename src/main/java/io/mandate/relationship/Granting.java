package io.mandate.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what a customer approved, in the customer's own transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Granting {

    private final Permissions permissions;
    private final Takeovers takeovers;
    private final Timeline timeline;

    Granting(Permissions permissions, Takeovers takeovers, Timeline timeline) {
        this.permissions = permissions;
        this.takeovers = takeovers;
        this.timeline = timeline;
    }

    /**
     * Gives the relationship's partner every permission chosen, its term running from the consent, each taken from the holder that the customer was shown.
     * Throws {@link HolderChangedException} where another holds one by now.
     *
     * @return whether any was taken over from another partner
     */
    public boolean record(Request request, Relationship relationship, Consent consent) {
        Instant now = consent.givenAt();
        boolean takenOver = false;
        for (Consent.Choice choice : consent.chosen()) {
            Optional<String> previous = choice.shownHolder().filter(shown -> !shown.equals(relationship.partnerId()));
            previous.ifPresent(holder -> noteTakeover(request, relationship, choice.permission().service(), holder, now));
            Permission permission = permission(request, relationship, choice.permission(), now);
            if (!permissions.take(permission, choice.shownHolder())) {
                throw new HolderChangedException(permission.service());
            }
            takenOver |= previous.isPresent();
        }
        return takenOver;
    }

    private void noteTakeover(Request request, Relationship relationship, String service, String holder, Instant now) {
        Permission held = permissions.lock(relationship.customer().id(), service)
                .filter(permission -> permission.countsAt(now) && permission.holder().equals(holder))
                .orElseThrow(() -> new HolderChangedException(service));
        takeovers.add(new Takeovers.Takeover(request.id(), service, holder, held.requestId(), now));
        timeline.add(held.relationshipId(), held.requestId(), now, TimelineEvent.PERMISSION_MOVED_AWAY, "", service);
    }

    private static Permission permission(Request request, Relationship relationship, AskedPermission asked, Instant now) {
        return new Permission(relationship.customer().id(), asked.service(), relationship.partnerId(), relationship.id(),
                request.id(), asked.roles(), now, now.plus(Duration.ofDays(asked.days())));
    }
}
