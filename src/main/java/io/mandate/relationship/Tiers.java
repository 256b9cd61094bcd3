package io.mandate.relationship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an organisation may see and do of others' in two tiers; everything that asks, asks here. A partner has all of its own.
 * Its indirect provider may read its relationships and requests, ask on its behalf, and act on what it asked itself, for as
 * long as it is the provider. Partners of the same provider are strangers to each other.
 */
@Component
public class Tiers {

    private static final int REMEMBERED = 10_000;

    private final Partners partners;
    private final Requests requests;
    private final RelationshipSides sides;
    private final JdbcClient jdbc;
    private final Cache<UUID, Optional<String>> providers = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Tiers(Partners partners, Requests requests, RelationshipSides sides, JdbcClient jdbc) {
        this.partners = partners;
        this.requests = requests;
        this.sides = sides;
        this.jdbc = jdbc;
    }

    /**
     * Whether this organisation may read a relationship, asked before anything of it is read: in one statement, which is the
     * same for an id of somebody else's and for one that nothing has.
     */
    public boolean readsRelationship(String organisation, UUID relationship) {
        return reads("relationship l on l.id = :id", organisation, relationship);
    }

    /** As {@link #readsRelationship}, by a request. */
    public boolean readsRequest(String organisation, UUID request) {
        return reads("relationship l on l.id = (select relationship_id from request where id = :id)", organisation, request);
    }

    private boolean reads(String relationship, String organisation, UUID id) {
        return jdbc.sql("select count(*) from partner p join " + relationship
                        + " where p.id = l.partner_id and (p.id = :organisation or p.provider_id = :organisation)")
                .param("id", id).param("organisation", organisation).query(Integer.class).single() > 0;
    }

    /** Whether this organisation may read what belongs to the partner. */
    public boolean reads(String organisation, String partner) {
        return organisation.equals(partner) || partners.find(partner).filter(one -> reads(organisation, one)).isPresent();
    }

    /** As {@link #reads(String, String)}, where the partner as it is now is at hand. */
    public boolean reads(String organisation, Partner partner) {
        return organisation.equals(partner.id()) || partner.provider().equals(Optional.of(organisation));
    }

    /** Whether this organisation may act on a request of the partner. */
    public boolean acts(String organisation, String partner, Request request) {
        return organisation.equals(partner)
                || request.requester().provider().equals(Optional.of(organisation)) && reads(organisation, partner);
    }

    /**
     * The provider that asked on the partner's behalf, as far as a reader may know it: the partner by whatever provider it had,
     * a provider by itself only, and who is of no organisation always. Empty where the partner asked itself, too.
     */
    public static Optional<String> knownProvider(Optional<String> reader, String partner, Request request) {
        return request.requester().provider()
                .filter(provider -> reader.filter(one -> !one.equals(partner) && !one.equals(provider)).isEmpty());
    }

    /** The partner for which an organisation may ask: itself, for the empty text, too, or one that works through it. */
    public Optional<Partner> askedFor(String organisation, String partner) {
        return partners.find(partner.isEmpty() ? organisation : partner)
                .filter(one -> one.id().equals(organisation) || one.provider().equals(Optional.of(organisation)));
    }

    /** Everybody for whom an organisation may ask where there is a choice, itself first; empty where there is none. */
    public List<Partner> choices(String organisation) {
        List<Partner> others = partners.of(organisation);
        return others.isEmpty() ? List.of()
                : Stream.concat(Stream.of(partners.get(organisation)), others.stream()).filter(one -> !one.markets().isEmpty()).toList();
    }

    /** The organisations that may act on a request: its partner, and its provider where that asked. */
    public List<String> acting(UUID request, UUID relationship) {
        String partner = sides.of(relationship).partnerId();
        Optional<String> provider = providers.get(request, id -> requests.get(id).requester().provider());
        return Stream.concat(Stream.of(partner), provider.filter(one -> reads(one, partner)).stream()).toList();
    }

    /** Who asked never changes: worth remembering where it is known. */
    void opened(Request request) {
        providers.put(request.id(), request.requester().provider());
    }
}
