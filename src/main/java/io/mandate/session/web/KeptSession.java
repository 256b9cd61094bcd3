package io.mandate.session.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

    KeptSession(S stored) {
        this.stored = stored;
    }

    S stored() {
        return stored;
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        return stored.changeSessionId();
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
        if (value == null || !before.containsKey(name) || !Arrays.equals(before.get(name), SerializationUtils.serialize(value))) {
            stored.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        before.remove(name);
        stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(stored.getLastAccessedTime().plus(EXACT_TO))) {
            stored.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
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
