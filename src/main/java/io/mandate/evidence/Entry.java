package io.mandate.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One entry of a chain.
 *
 * @param seq its place, the first is 1
 * @param body what was done, as canonical JSON
 * @param hash SHA-256 of the body, in which the hash of the entry before stands
 */
public record Entry(UUID chain, int seq, String body, String hash) {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static Entry of(UUID chain, int seq, String previous, Map<String, Object> content) {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.put("v", 1);
        all.put("chain", chain.toString());
        all.put("seq", seq);
        all.put("previous", previous);
        String body = Canonical.json(all);
        return new Entry(chain, seq, body, Digests.of(body));
    }

    /** How an instant stands in an entry: in UTC, to the millisecond. */
    public static String moment(Instant at) {
        return MILLISECONDS.format(at);
    }

    /** The body, read. */
    public Map<String, Object> content() {
        return Canonical.read(body);
    }
}
