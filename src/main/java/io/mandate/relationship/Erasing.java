package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases persons from what is over, in the caller's transaction: names, addresses, and what people wrote. What stays is that
 * something was asked for and held: by which partner, which service and roles, from when until when, and why no longer.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Erasing {

    private final Clock clock;
    private final OverdueList list;
    private final ErasedRows rows;
    private final Requests requests;
    private final Relationships relationships;
    private final SearchWords searchWords;

    Erasing(Clock clock, OverdueList list, ErasedRows rows, Requests requests, Relationships relationships, SearchWords searchWords) {
        this.clock = clock;
        this.list = list;
        this.rows = rows;
        this.requests = requests;
        this.relationships = relationships;
        this.searchWords = searchWords;
    }

    /**
     * What was erased of one relationship.
     *
     * @param requests may be none
     * @param all whether nothing of it is left that has a person
     */
    public record Outcome(UUID relationship, List<UUID> requests, boolean all) {}

    /**
     * Relationships of which something may have been over before this instant, the longest first; each is locked until the
     * transaction ends. What somebody else has locked is left out.
     *
     * @param most how many at most
     */
    public List<UUID> due(Instant before, int most) {
        return list.lock(before, most);
    }

    /** Looks at a relationship that is {@link #due} again only when something may have been over for so long. */
    public void putOff(UUID relationship, Instant overSince) {
        list.next(relationship, Optional.of(overSince));
    }

    /** Erases what was over before this instant of relationships that are {@link #due}; what is done is not done again. */
    public List<Outcome> erase(Collection<UUID> due, Instant before) {
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Overdue, List<UUID>> over = new LinkedHashMap<>();
        list.of(due).forEach(one -> over.put(one, one.requestsOver(before)));
        List<UUID> erased = over.values().stream().flatMap(List::stream).toList();
        Instant now = clock.instant();
        rows.eraseRequests(erased, now);
        rows.eraseTerminations(over.keySet().stream().flatMap(one -> one.terminationsOver(before).stream()).toList(), now);
        rows.eraseRevocations(erased.isEmpty() ? List.of() : due, now);
        List<Outcome> outcomes = new ArrayList<>();
        over.forEach((one, gone) -> {
            list.next(one.id(), one.next(before));
            outcomes.add(new Outcome(one.id(), gone, one.isAll(gone)));
        });
        outcomes.stream().filter(one -> !one.requests().isEmpty()).map(Outcome::relationship).forEach(this::forgetWords);
        list.customersOf(outcomes.stream().filter(Outcome::all).map(Outcome::relationship).toList(), now);
        return outcomes;
    }

    /** Customers of whom a relationship was erased as a whole. */
    public List<UUID> dueCustomers(int most) {
        return list.customers(most);
    }

    /**
     * Erases the administrators of a customer, and a customer that is known by one person's address.
     *
     * @return false where one of its relationships has persons: nothing was erased, until that is
     */
    public boolean eraseCustomer(UUID customer) {
        boolean free = rows.personsLeft(customer) == 0;
        if (free) {
            // Whoever asks this customer anew waits from here on, or is seen now.
            rows.lockCustomer(customer);
            free = rows.personsLeft(customer) == 0;
        }
        if (free) {
            rows.eraseCustomer(customer, clock.instant());
            relationships.ofCustomer(customer).stream().filter(one -> one.customer().identity().isErased())
                    .forEach(one -> searchWords.replace(one, List.of()));
        } else {
            rows.keepCustomer(customer);
        }
        return free;
    }

    /** It is found by what is left of it. */
    private void forgetWords(UUID relationship) {
        searchWords.replace(relationships.get(relationship), requests.of(relationship).stream()
                .filter(one -> one.times().erasedAt().isEmpty()).toList());
    }
}
