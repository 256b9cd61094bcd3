package io.mandate.session.web;

import java.time.Clock;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions of which is stored what changed, and at most once a minute that somebody was there; each knows when it began. */
class KeptSessions<S extends Session> implements SessionRepository<KeptSession<S>> {

    private final SessionRepository<S> stored;
    private final Clock clock;

    KeptSessions(SessionRepository<S> stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public KeptSession<S> createSession() {
        KeptSession<S> session = new KeptSession<>(stored.createSession(), true);
        session.setAttribute(SessionAge.BEGAN, clock.instant());
        return session;
    }

    @Override
    public void save(KeptSession<S> session) {
        session.takeChange().ifPresent(stored::save);
    }

    /** Null, as Spring Session has it, where there is none. */
    @Override
    public KeptSession<S> findById(String id) {
        S found = stored.findById(id);
        return found == null ? null : new KeptSession<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }
}
