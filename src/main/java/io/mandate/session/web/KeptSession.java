package io.mandate.session.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.session.Session;
import org.springframework.util.SerializationUtils;

/** A session that passes on to the stored one what there is to store. */
class KeptSession<S extends Session> implements Session {

    /** How exactly is known when somebody was there last. */
    static final Duration EXACT_TO = Duration.ofMinutes(1);

    /** What the engine's web apps put back with every request, changed or not. */
    private static final String PUT_BACK = "authenticatedUser";

    private final S stored;
    private final Map<String, byte[]> before = new HashMap<>();
    private boolean changed;

    /** One that has just begun is to be stored, whatever happens to it. */
    KeptSession(S stored, boolean begun) {
        this.stored = stored;
        this.changed = begun;
    }

    /**
     * What is to be stored, once: nothing where nothing was changed since, which spares a transaction, nor what could not be stored,
     * which would keep the page from being shown that says so.
     */
    Optional<S> takeChange() {
        boolean one = changed;
        changed = false;
        return Optional.of(stored).filter(any -> one);
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    /**
     * Never: a slow request that still has the old id would write it back, and whoever knows it would be in the session again. What
     * needs another id begins another session.
     */
    @Override
    public String changeSessionId() {
        throw new UnsupportedOperationException("Begin another session");
    }

    @Override
    public <T> T getAttribute(String name) {
        T value = stored.getAttribute(name);
        if (name.equals(PUT_BACK) && value instanceof Serializable) {
            before.computeIfAbsent(name, first -> SerializationUtils.serialize(value));
        }
        return value;
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null || !before.containsKey(name)) {
            before.remove(name);
            set(name, value);
            return;
        }
        byte[] now = SerializationUtils.serialize(value);
        if (!Arrays.equals(before.put(name, now), now)) {
            set(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        before.remove(name);
        changed = true;
        stored.removeAttribute(name);
    }

    private void set(String name, Object value) {
        changed = true;
        stored.setAttribute(name, value);
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(stored.getLastAccessedTime().plus(EXACT_TO))) {
            changed = true;
            stored.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
