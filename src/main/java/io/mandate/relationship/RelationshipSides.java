package io.mandate.relationship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers who the two sides of recently used relationships are: every step of every process asks, and it never changes. A
 * customer that is known by a person's address is not remembered: that is erased one day.
 */
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
        Sides remembered = known.getIfPresent(relationship);
        return remembered == null ? read(relationship) : remembered;
    }

    private Sides read(UUID id) {
        Relationship found = relationships.get(id);
        Sides sides = found.sides();
        if (!found.customer().identity().isWholeAddress()) {
            known.put(id, sides);
        }
        return sides;
    }
}
