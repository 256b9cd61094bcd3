package io.mandate.relationship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Remembers who the two sides of recently used relationships are: every step of every process asks, and it never changes. */
@Component
public class RelationshipSides {

    private static final int REMEMBERED = 10_000;

    private final Relationships relationships;
    private final Cache<UUID, Sides> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    RelationshipSides(Relationships relationships) {
        this.relationships = relationships;
    }

    /** The two sides. Throws {@link NotFoundException} where there is no such relationship. */
    public Sides of(UUID relationship) {
        return known.get(relationship, id -> {
            Relationship found = relationships.get(id);
            return new Sides(found.partnerId(), found.customer());
        });
    }
}
