package io.mandate.decision;

import io.mandate.catalog.Catalog;
import io.mandate.decision.Evaluations.Item;
import io.mandate.decision.Evaluations.Malformed;
import io.mandate.machine.Caller;
import io.mandate.relationship.Permissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers the services: one question or several with one statement, at one instant. */
@Component
public class Decisions {

    private final Permissions permissions;
    private final Catalog catalog;
    private final Clock clock;
    private final DecisionMeters meters;

    Decisions(Permissions permissions, Catalog catalog, Clock clock, DecisionMeters meters) {
        this.permissions = permissions;
        this.catalog = catalog;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Answers one question.
     *
     * @param caller the service account that asks
     * @throws ForeignServiceException where the service is none of the caller's
     */
    public Decision decide(Caller caller, Evaluation asked) {
        if (isForeign(caller, asked)) {
            throw new ForeignServiceException();
        }
        return meters.made(() -> List.of(standing(List.of(asked)).decide(asked))).get(0);
    }

    /** Answers several questions in their order, as far as their semantic wants; a wrong one is denied with its error. */
    public List<Decision> decide(Caller caller, Evaluations asked) {
        return meters.made(() -> all(caller, asked));
    }

    private List<Decision> all(Caller caller, Evaluations asked) {
        Standing standing = standing(asked.items().stream()
                .filter(Evaluation.class::isInstance).map(Evaluation.class::cast)
                .filter(evaluation -> !isForeign(caller, evaluation)).toList());
        List<Decision> decisions = new ArrayList<>();
        for (Item item : asked.items()) {
            Decision decision = decide(caller, item, standing);
            decisions.add(decision);
            if (asked.semantic().endsWith(decision)) {
                break;
            }
        }
        return decisions;
    }

    private Decision decide(Caller caller, Item item, Standing standing) {
        if (item instanceof Malformed malformed) {
            return Decision.error(400, malformed.message());
        }
        Evaluation asked = (Evaluation) item;
        return isForeign(caller, asked) ? Decision.error(403, ForeignServiceException.MESSAGE) : standing.decide(asked);
    }

    private boolean isForeign(Caller caller, Evaluation asked) {
        return isService(asked) && !caller.speaksFor(asked.resource().id());
    }

    private static boolean isService(Evaluation asked) {
        return asked.resource().type().equals(Standing.SERVICE);
    }

    /** Looks up what is asked about the caller's own services: nothing else that was sent reaches a statement. */
    private Standing standing(Collection<Evaluation> asked) {
        Set<UUID> customers = asked.stream().filter(Decisions::isService)
                .flatMap(each -> each.resource().customerId().stream()).collect(Collectors.toSet());
        Set<String> services = asked.stream().filter(Decisions::isService)
                .map(each -> each.resource().id()).collect(Collectors.toSet());
        return new Standing(permissions.lastHeld(customers, services), catalog, clock.instant());
    }
}
