package io.mandate.organisation;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.AskedPermission;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            TimelineEvent.OPENED, TimelineEvent.ASKED, TimelineEvent.REVIEWED, TimelineEvent.ADDRESS_REFUSED,
            TimelineEvent.PARTNER_NUDGED);

    /** What is about everything that a request asks for. */
    private static final Set<TimelineEvent> OF_THE_REQUEST = Set.of(
            TimelineEvent.SENT, TimelineEvent.APPROVED, TimelineEvent.DECLINED, TimelineEvent.EXPIRED,
            TimelineEvent.WITHDRAWN, TimelineEvent.WITHDRAWN_WITH_RELATIONSHIP, TimelineEvent.ASSIGNED);

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
     * @param erasedAt since when it is without persons
     * @param services ids of those asked for or, after the answer, approved; empty where the entry is about no request
     */
    public record Entry(Instant at, String what, String partner, String actor, String detail, List<String> services,
            Optional<Instant> erasedAt) {}

    /** The newest first; refuses as {@link Organisations#of(EmailAddress, UUID)}. */
    public List<Entry> of(EmailAddress person, UUID customer) {
        organisations.member(person, customer);
        List<Entry> entries = new ArrayList<>();
        for (Relationship relationship : relationships.ofCustomer(customer)) {
            String partner = partners.get(relationship.partnerId()).name();
            Map<UUID, Request> seen = requests.of(relationship.id()).stream()
                    .filter(request -> request.times().sentAt().isPresent() || request.kind() == RequestKind.ASSIGNMENT)
                    .collect(Collectors.toMap(Request::id, request -> request));
            timeline.ofRelationship(relationship.id()).stream()
                    .filter(one -> seen.containsKey(one.requestId()) && !OF_THE_PARTNER.contains(one.event()))
                    .forEach(one -> entries.add(new Entry(one.happenedAt(), one.event().name(), partner, one.actor(),
                            one.detail(), services(one.event(), seen.get(one.requestId())), one.erasedAt())));
        }
        for (Administrator one : administrators.allOf(customer)) {
            String who = one.name() + ", " + one.address();
            entries.add(new Entry(
                    one.since(), one.namedBy().isEmpty() ? "ADMINISTRATOR_PROVEN" : "ADMINISTRATOR_NAMED", "", one.namedBy(), who,
                    List.of(), Optional.empty()));
            one.removedAt().ifPresent(at -> entries.add(
                    new Entry(at, "ADMINISTRATOR_REMOVED", "", one.removedBy(), who, List.of(), Optional.empty())));
        }
        entries.sort(Comparator.comparing(Entry::at));
        // What happened at the same instant stays in its order.
        Collections.reverse(entries);
        return entries;
    }

    private static List<String> services(TimelineEvent event, Request request) {
        if (!OF_THE_REQUEST.contains(event)) {
            return List.of();
        }
        boolean answered = event == TimelineEvent.APPROVED || event == TimelineEvent.ASSIGNED;
        return (answered ? request.approved() : request.asked()).stream().map(AskedPermission::service).toList();
    }
}
