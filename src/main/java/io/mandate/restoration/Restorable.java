package io.mandate.restoration;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.PastPermission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a partner can ask for under a relationship in force, and whom.
 *
 * @param past how each service was held last, by service; without those that never were
 * @param lost what was held and is not any more, as it was held, without what an open request asks for already
 * @param held what is still held and may be renewed, without what an open request asks for already
 * @param taken the services whose permission another partner holds now
 * @param open the requests that wait for an answer, or for being sent
 * @param address of the person of the customer who approved last, or else was asked last
 * @param language in which to write to that person
 * @param country of the customer, as the last request had it
 */
public record Restorable(
        Relationship relationship, Map<String, PastPermission> past, List<AskedPermission> lost,
        List<AskedPermission> held, Set<String> taken, List<Request> open, String address, Locale language, String country) {

    /** What asking for these services is: for something held before, or only for more. */
    public RequestKind kind(List<AskedPermission> asked) {
        return asked.stream().anyMatch(one -> past.containsKey(one.service()))
                ? RequestKind.RESTORATION : RequestKind.ADDITIONAL_SERVICE;
    }
}
