package io.mandate.bench.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each permission was committed. */
public final class Commits {

    private final Map<String, Long> micros = new ConcurrentHashMap<>();

    /** The permission that this token or address stands for has just been committed. */
    public void now(String of) {
        micros.put(of, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    /** All since the last call. */
    public Map<String, Long> take() {
        Map<String, Long> taken = new HashMap<>(micros);
        micros.keySet().removeAll(taken.keySet());
        return taken;
    }
}
