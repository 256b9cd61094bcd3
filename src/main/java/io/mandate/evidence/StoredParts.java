package io.mandate.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** What entries say of persons, as it is stored beside them. */
public final class StoredParts {

    private StoredParts() {}

    /**
     * The parts by their names.
     *
     * @param shown the words that were shown, which stand elsewhere; empty where there are none, or not here
     */
    public static Map<String, Part> read(String stored, String shown) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Canonical.read(stored).forEach((name, value) -> {
            Map<?, ?> part = (Map<?, ?>) value;
            Part read = new Part(String.valueOf(part.get("salt")), String.valueOf(part.get("value")));
            parts.put(name, name.equals(Part.SHOWN) && !shown.isEmpty() ? read.with(shown) : read);
        });
        return parts;
    }
}
