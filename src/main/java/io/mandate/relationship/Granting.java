package io.mandate.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what a customer approved, in the customer's own transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Granting {

    private final Permissions permissions;
    private final Revoking revoking;
    private final Evidence evidence;

    Granting(Permissions permissions, Revoking revoking, Evidence evidence) {
        this.permissions = permissions;
        this.revoking = revoking;
        this.evidence = evidence;
    }

    /**
     * Gives the relationship's partner every permission chosen, its term running from the consent, each taken from the
     * holder that the customer was shown. Throws {@link HolderChangedException} where another holds one by now.
     *
     * @param between the two sides of the request's relationship
     * @return what was lost by it
     */
    public Losses record(Request request, Sides between, Consent consent) {
        Instant now = consent.givenAt();
        List<Permission> lapsed = lapsed(between, consent);
        List<Permission> before = new ArrayList<>();
        for (Consent.Choice choice : inOrder(consent.chosen())) {
            String service = choice.permission().service();
            choice.shownHolder().filter(shown -> !shown.equals(between.partnerId()))
                    .ifPresent(holder -> before.add(held(between, service, holder, now)));
            Permission permission = permission(request, between, choice.permission(), now);
            if (!permissions.take(permission, choice.shownHolder(), choice.permission().extending())) {
                throw new HolderChangedException(service);
            }
            granted(permission, choice.shownHolder().filter(shown -> !shown.equals(between.partnerId())).isPresent(), consent);
        }
        // Only now, so that a relationship that lost one and was given it again is seen to hold it.
        List<Revocation> ended = revoking.lapsed(lapsed);
        // What the customer chose to say to both partners of a move of their own.
        String note = request.kind() == RequestKind.ASSIGNMENT ? request.reason() : "";
        return new Losses(
                byRelationship(before).stream().map(lost -> revoking.takenOver(lost, request.id(), note)).toList(), ended);
    }

    private void granted(Permission permission, boolean takenOver, Consent consent) {
        TimelineEvent event = takenOver ? TimelineEvent.PERMISSION_TAKEN_OVER : TimelineEvent.PERMISSION_GRANTED;
        evidence.record(new Act(permission.relationshipId(), permission.requestId(), permission.grantedAt(), event.name(), "",
                Optional.of(consent.proof()), Facts.of(permission), Map.of(), ""));
    }

    /**
     * What was lost by a grant.
     *
     * @param takenOver what was taken over from other partners, one revocation for each of them
     * @param lapsed terms that were over before, which nobody had noted yet
     */
    public record Losses(List<Revocation> takenOver, List<Revocation> lapsed) {}

    /** A term that ran out leaves its permission in place until another takes it: then it is kept as lost. */
    private List<Permission> lapsed(Sides between, Consent consent) {
        List<String> free = consent.chosen().stream().filter(choice -> choice.shownHolder().isEmpty())
                .map(choice -> choice.permission().service()).sorted().toList();
        return permissions.lapsed(between.customer().id(), free, consent.givenAt());
    }

    private static Collection<List<Permission>> byRelationship(List<Permission> permissions) {
        return permissions.stream()
                .collect(Collectors.groupingBy(Permission::relationshipId, TreeMap::new, Collectors.toList())).values();
    }

    private Permission held(Sides between, String service, String holder, Instant now) {
        return permissions.lock(between.customer().id(), service)
                .filter(permission -> permission.countsAt(now) && permission.holder().equals(holder))
                .orElseThrow(() -> new HolderChangedException(service));
    }

    /** Always in the same order, so that two who take the same services never wait for each other. */
    private static List<Consent.Choice> inOrder(List<Consent.Choice> chosen) {
        return chosen.stream().sorted(Comparator.comparing(choice -> choice.permission().service())).toList();
    }

    private static Permission permission(Request request, Sides between, AskedPermission asked, Instant now) {
        return new Permission(between.customer().id(), asked.service(), between.partnerId(), request.relationshipId(),
                request.id(), asked.roles(), now, now.plus(Duration.ofDays(asked.days())));
    }
}
