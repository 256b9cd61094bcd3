package io.mandate.identity;

import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Side;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who works in Tasklist for which side of a relationship. */
@Component
public class TasklistSides {

    private final TasklistProperties tasklist;
    private final RelationshipSides sides;
    private final Administrators administrators;

    TasklistSides(TasklistProperties tasklist, RelationshipSides sides, Administrators administrators) {
        this.tasklist = tasklist;
        this.sides = sides;
        this.administrators = administrators;
    }

    /** The engine's group of a side, for tasks that are its; none for the customer where customers are not admitted. */
    public List<String> groups(UUID relationship, Side side) {
        return switch (side) {
            case PARTNER -> List.of(Groups.ofPartner(sides.of(relationship).partnerId()));
            case CUSTOMER -> tasklist.customers()
                    ? List.of(Groups.ofCustomer(sides.of(relationship).customer().id())) : List.of();
        };
    }

    /** For which side a person to whom a task was offered acts; empty for one who does not speak for the customer any more. */
    public Optional<Side> of(SignedIn person, UUID relationship) {
        if (person.partnerId().isPresent()) {
            return Optional.of(Side.PARTNER);
        }
        return administrators.speaks(sides.of(relationship).customer().id(), EmailAddress.of(person.username()))
                ? Optional.of(Side.CUSTOMER) : Optional.empty();
    }
}
