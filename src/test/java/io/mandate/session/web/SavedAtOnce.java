package io.mandate.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.AtOnce;
import java.util.concurrent.Callable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** What two requests of one session do to each other. */
public final class SavedAtOnce {

    private SavedAtOnce() {}

    /** Fails where one of them fails. */
    public static <S extends Session> void check(SessionRepository<S> sessions) throws Exception {
        S begun = sessions.createSession();
        sessions.save(begun);

        assertThat(AtOnce.refused(setting(sessions, begun, "one"), setting(sessions, begun, "other"))).isEmpty();
        assertThat(sessions.findById(begun.getId()).<String>getAttribute("typed")).isIn("one", "other");

        S late = sessions.findById(begun.getId());
        late.setAttribute("late", "typed");
        late.setAttribute("too", "late");
        sessions.deleteById(begun.getId());
        sessions.save(late);

        assertThat(sessions.findById(begun.getId())).isNull();
    }

    private static <S extends Session> Callable<Void> setting(SessionRepository<S> sessions, S begun, String value) {
        S mine = sessions.findById(begun.getId());
        return () -> {
            mine.setAttribute("typed", value);
            sessions.save(mine);
            return null;
        };
    }
}
