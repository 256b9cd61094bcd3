package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final ErasedCustomers customers;
    private final SearchWords searchWords;
    private final Evidence evidence;

    Erasing(Clock clock, OverdueList list, ErasedRows rows, ErasedCustomers customers, SearchWords searchWords, Evidence evidence) {
        this.clock = clock;
        this.list = list;
        this.rows = rows;
        this.customers = customers;
        this.searchWords = searchWords;
        this.evidence = evidence;
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
        list.next(List.of(), Map.of(relationship, overSince));
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
        rows.eraseRenegotiations(due, before, now);
        rows.eraseRevocations(erased.isEmpty() ? List.of() : due, now);
        List<Outcome> outcomes = new ArrayList<>();
        Map<UUID, Instant> next = rows.renegotiationsLeft(due);
        over.forEach((one, gone) -> {
            one.next(before).ifPresent(at -> next.merge(one.id(), at, Erasing::earlier));
            outcomes.add(new Outcome(one.id(), gone, one.isAll(gone)));
        });
        list.next(due, next);
        // They are found by what is left of them.
        searchWords.renew(outcomes.stream().filter(one -> !one.requests().isEmpty()).map(Outcome::relationship).toList());
        evidence.erased(outcomes.stream().filter(one -> !one.requests().isEmpty())
                .collect(Collectors.toMap(Outcome::relationship, Outcome::requests)), now);
        customers.mayBeOver(outcomes.stream().filter(Outcome::all).map(Outcome::relationship).toList(), now);
        return outcomes;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Customers of whom a relationship was erased as a whole. */
    public List<UUID> dueCustomers(int most) {
        return customers.due(most);
    }

    /**
     * Erases the administrators of customers, and customers that are known by one person's address. One of which a relationship
     * has persons stays until that is erased.
     *
     * @return those that were erased
     */
    public List<UUID> eraseCustomers(Collection<UUID> due) {
        List<UUID> free = customers.without(due);
        // Whoever asks these customers anew waits from here on, or is seen now.
        customers.lock(free);
        List<UUID> erased = customers.without(free);
        Instant now = clock.instant();
        customers.erase(erased, now);
        evidence.erased(erased.stream().collect(Collectors.toMap(one -> one, List::of)), now);
        customers.keep(due.stream().filter(one -> !erased.contains(one)).toList());
        searchWords.renew(customers.relationshipsOfPersons(erased));
        return erased;
    }
}
