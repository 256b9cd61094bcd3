package io.mandate.acceptance;

import io.mandate.LogContext;
import io.mandate.acceptance.DeadLinkException.Reason;
import io.mandate.catalog.Agreements;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.PastPermission;
import io.mandate.relationship.PastPermissions;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the question behind a link, and says why there is none. */
@Service
@Transactional(readOnly = true)
public class Questions {

    private final Clock clock;
    private final Links links;
    private final Catalog catalog;
    private final Agreements agreements;
    private final Partners partners;
    private final Relationships relationships;
    private final RelationshipSides sides;
    private final Requests requests;
    private final Permissions permissions;
    private final PastPermissions past;
    private final Consents consents;
    private final ProofCodes codes;
    private final Correspondence correspondence;

    Questions(Clock clock, Links links, Catalog catalog, Agreements agreements, Partners partners,
            Relationships relationships, RelationshipSides sides, Requests requests, Permissions permissions, PastPermissions past,
            Consents consents, ProofCodes codes, Correspondence correspondence) {
        this.clock = clock;
        this.links = links;
        this.catalog = catalog;
        this.agreements = agreements;
        this.partners = partners;
        this.relationships = relationships;
        this.sides = sides;
        this.requests = requests;
        this.permissions = permissions;
        this.past = past;
        this.consents = consents;
        this.codes = codes;
        this.correspondence = correspondence;
    }

    /**
     * The request behind a live link.
     *
     * @throws ForgedLinkException where the link is not genuine
     * @throws DeadLinkException where it is genuine and no longer live
     */
    public Request request(String token) {
        Links.Link link = links.verify(token).orElseThrow(ForgedLinkException::new);
        return live(told(requests.find(link.request()).orElseThrow(ForgedLinkException::new)), link.number());
    }

    /** As {@link #request}, with the request locked until the caller's transaction ends. */
    @Transactional
    public Request lock(String token) {
        Links.Link link = links.verify(token).orElseThrow(ForgedLinkException::new);
        return live(told(requests.lock(link.request())), link.number());
    }

    private static Request told(Request request) {
        LogContext.relationship(request.relationshipId());
        LogContext.request(request.id());
        return request;
    }

    /** The answer to the request behind a link, for a browser that proved to be the customer's within the last hour. */
    public Optional<GivenAnswer> given(String token, String browser) {
        return links.verify(token)
                .flatMap(link -> requests.find(link.request()).filter(request -> request.linkNumber() == link.number()))
                .filter(request -> codes.state(request.id(), browser).filter(ProofCodes.State::proven).isPresent())
                .flatMap(request -> consents.find(request.id()).map(consent -> given(request, consent)));
    }

    private GivenAnswer given(Request request, Consent consent) {
        Partner partner = partners.get(sides.of(request.relationshipId()).partnerId());
        return new GivenAnswer(request, partner, correspondence.contact(partner, request.requester()), consent);
    }

    /** The question of a request, without the present holders: what may be shown before anything is proven. */
    public Question question(Request request, Locale language) {
        return question(request, relationships.get(request.relationshipId()), language, Map.of());
    }

    /** The question of a request with the present holders: only for a person who has proven to belong to the customer. */
    public Question questionWithHolders(Request request, Locale language) {
        Map<String, Partner> holders = new LinkedHashMap<>();
        Relationship relationship = relationships.get(request.relationshipId());
        for (Permission held : permissions.heldAt(relationship.customer().id(), clock.instant())) {
            if (request.services().contains(held.service())) {
                holders.put(held.service(), partners.get(held.holder()));
            }
        }
        return question(request, relationship, language, holders);
    }

    private Question question(Request request, Relationship relationship, Locale language, Map<String, Partner> holders) {
        Cloud cloud = catalog.cloud(relationship.customer().cloud()).orElseThrow();
        Partner partner = partners.get(relationship.partnerId());
        return new Question(request, relationship, partner, correspondence.contact(partner, request.requester()), cloud,
                agreements.of(cloud, language), holders, before(relationship, request));
    }

    /** Before a relationship was in force there was nothing; then there is no need to look. */
    private Map<String, PastPermission> before(Relationship relationship, Request request) {
        if (relationship.inForceSince().isEmpty()) {
            return Map.of();
        }
        Map<String, PastPermission> before = new LinkedHashMap<>(past.of(request.relationshipId()));
        before.keySet().retainAll(request.services());
        return before;
    }

    private Request live(Request request, int number) {
        Reason dead = switch (request.status()) {
            case WITHDRAWN -> Reason.WITHDRAWN;
            case EXPIRED -> Reason.EXPIRED;
            case APPROVED, DECLINED -> Reason.ANSWERED;
            case DRAFT, SENDING -> number < request.linkNumber() ? Reason.REPLACED : Reason.NOT_YET;
            case ADDRESS_REFUSED -> number < request.linkNumber() ? Reason.RETURNED : Reason.NOT_YET;
            case WAITING -> number < request.linkNumber()
                    ? Reason.REPLACED
                    : request.times().validUntil().filter(end -> !clock.instant().isBefore(end)).isPresent()
                            ? Reason.EXPIRED
                            : null;
        };
        if (dead != null) {
            throw new DeadLinkException(dead, request.language());
        }
        return request;
    }
}
