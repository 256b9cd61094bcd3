package io.mandate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's mail service: keeps in memory who can do what there, and misbehaves when it is asked to. */
@Component
@Profile("demo & !second")
class DemoService {

    /** Id in the catalog. */
    static final String ID = "mail";

    private final Map<Key, Access> known = new LinkedHashMap<>();
    private final Set<String> applied = new HashSet<>();
    private boolean failing;
    private boolean keeping;

    /** A partner at a customer. */
    record Key(String customer, String partner) {

        static Key of(JsonNode data) {
            return new Key(data.path("customer").asText(), data.path("partner").asText());
        }
    }

    /**
     * What the partner can do, as of what Mandate said last.
     *
     * @param until when it ends, empty where it has ended
     */
    record Access(List<String> roles, Optional<Instant> until, Instant since) {

        static final Access NONE = new Access(List.of(), Optional.empty(), Instant.MIN);

        Access without() {
            return new Access(List.of(), Optional.empty(), since);
        }
    }

    /** A row of the page. */
    record Row(Key key, Access access) {}

    /** Applies a notice, unless it did so before, or knows something later. */
    synchronized void apply(String id, JsonNode data) {
        Key key = Key.of(data);
        Instant at = Instant.parse(data.path("occurred_at").asText());
        Access before = known.getOrDefault(key, Access.NONE);
        if (applied.add(id) && !at.isBefore(before.since())) {
            List<String> roles = new ArrayList<>();
            data.path("roles").forEach(role -> roles.add(role.asText()));
            boolean leaves = keeping && roles.isEmpty();
            known.put(key, new Access(leaves ? before.roles().stream().limit(1).toList() : List.copyOf(roles), end(data), at));
        }
    }

    private static Optional<Instant> end(JsonNode data) {
        return Optional.ofNullable(data.path("ends_at").textValue()).map(Instant::parse);
    }

    /** Somebody takes everything away in the service's own portal. */
    synchronized void remove(Key key) {
        known.computeIfPresent(key, (same, access) -> access.without());
    }

    synchronized List<String> roles(Key key) {
        return known.getOrDefault(key, Access.NONE).roles();
    }

    synchronized List<Row> rows() {
        return known.entrySet().stream().map(one -> new Row(one.getKey(), one.getValue())).toList();
    }

    synchronized boolean isFailing() {
        return failing;
    }

    synchronized boolean isKeeping() {
        return keeping;
    }

    synchronized void fail(boolean on) {
        failing = on;
    }

    synchronized void keep(boolean on) {
        keeping = on;
    }
}
