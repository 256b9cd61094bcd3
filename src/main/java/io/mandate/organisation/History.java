package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened between a customer and its partners. */
@Component
@Transactional(readOnly = true)
public class History {

    /** What happens at the partner alone; so does all that happens to a request before it is sent. */
    private static final Set<TimelineEvent> OF_THE_PARTNER = Set.of(
            TimelineEvent.OPENED, TimelineEvent.ASKED, TimelineEvent.REVIEWED, TimelineEvent.ADDRESS_REFUSED, TimelineEvent.PARTNER_NUDGED);

    private final Organisations organisations;
    private final Relationships relationships;
    private final Requests requests;
    private final Administrators administrators;
    private final Partners partners;
    private final Timeline timeline;

    History(Organisations organisations, Relationships relationships, Requests requests, Administrators administrators,
            Partners partners, Timeline timeline) {
        this.organisations = organisations;
        this.relationships = relationships;
        this.requests = requests;
        this.administrators = administrators;
        this.partners = partners;
        this.timeline = timeline;
    }

    /**
     * One thing that happened.
     *
     * @param what name of a {@code TimelineEvent}, or ADMINISTRATOR_PROVEN, ADMINISTRATOR_NAMED,
     *     ADMINISTRATOR_REMOVED
     * @param partner concerned, empty for none
     * @param actor who did it, empty for Mandate itself
     * @param detail a service, a service with its new end, an address, or empty
     */
    public record Entry(Instant at, String what, String partner, String actor, String detail) {}

    /** The newest first; refuses as {@link Organisations#of(EmailAddress, UUID)}. */
    public List<Entry> of(EmailAddress person, UUID customer) {
        organisations.member(person, customer);
        List<Entry> entries = new ArrayList<>();
        for (Relationship relationship : relationships.ofCustomer(customer)) {
            String partner = partners.get(relationship.partnerId()).name();
            Set<UUID> seen = requests.of(relationship.id()).stream()
                    .filter(request -> request.times().sentAt().isPresent() || request.kind() == RequestKind.ASSIGNMENT)
                    .map(Request::id).collect(Collectors.toSet());
            timeline.ofRelationship(relationship.id()).stream()
                    .filter(one -> seen.contains(one.requestId()) && !OF_THE_PARTNER.contains(one.event()))
                    .forEach(one -> entries.add(
                            new Entry(one.happenedAt(), one.event().name(), partner, one.actor(), one.detail())));
        }
        for (Administrator one : administrators.allOf(customer)) {
            String who = one.name() + ", " + one.address();
            entries.add(new Entry(
                    one.since(), one.namedBy().isEmpty() ? "ADMINISTRATOR_PROVEN" : "ADMINISTRATOR_NAMED", "", one.namedBy(), who));
            one.removedAt().ifPresent(at -> entries.add(
                    new Entry(at, "ADMINISTRATOR_REMOVED", "", one.removedBy(), who)));
        }
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }
}
