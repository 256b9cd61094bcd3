package io.mandate.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

/** What of a session is stored, and when. */
class KeptSessionTests {

    private static final String PUT_BACK = "authenticatedUser";

    private final Stored stored = new Stored();
    private final KeptSessions<MapSession> sessions = new KeptSessions<>(stored, Clock.systemUTC());

    @Test
    void one_that_has_just_begun_is_stored_and_then_only_what_changes() {
        KeptSession<MapSession> begun = sessions.createSession();
        sessions.save(begun);
        assertThat(stored.saved).hasSize(1);

        KeptSession<MapSession> read = sessions.findById(begun.getId());
        read.setLastAccessedTime(Instant.now());
        assertThat(read.<Instant>getAttribute(SessionAge.BEGAN)).isNotNull();
        sessions.save(read);
        assertThat(stored.saved).hasSize(1);

        read.setAttribute("typed", "Ada");
        sessions.save(read);
        sessions.save(read);
        assertThat(stored.saved).hasSize(2);

        read.removeAttribute("typed");
        sessions.save(read);
        read.setLastAccessedTime(Instant.now().plusSeconds(61));
        sessions.save(read);
        assertThat(stored.saved).hasSize(4);
    }

    @Test
    void what_could_not_be_stored_is_not_tried_again_by_the_page_that_says_so() {
        KeptSession<MapSession> begun = sessions.createSession();
        stored.broken = true;

        assertThatThrownBy(() -> sessions.save(begun)).isInstanceOf(IllegalStateException.class);
        sessions.save(begun);

        assertThat(stored.saved).isEmpty();
    }

    @Test
    void what_is_put_back_is_stored_where_it_is_another_than_the_last_one() {
        KeptSession<MapSession> begun = sessions.createSession();
        begun.setAttribute(PUT_BACK, "X");
        sessions.save(begun);
        KeptSession<MapSession> read = sessions.findById(begun.getId());

        assertThat(read.<String>getAttribute(PUT_BACK)).isEqualTo("X");
        read.setAttribute(PUT_BACK, "X");
        sessions.save(read);
        assertThat(stored.saved).hasSize(1);

        read.setAttribute(PUT_BACK, "Y");
        read.setAttribute(PUT_BACK, "X");
        sessions.save(read);
        assertThat(sessions.findById(begun.getId()).<String>getAttribute(PUT_BACK)).isEqualTo("X");
    }

    @Test
    void its_id_stays() {
        assertThatThrownBy(sessions.createSession()::changeSessionId).isInstanceOf(UnsupportedOperationException.class);
    }

    /** In memory, and out of order when told so. */
    private static final class Stored extends MapSessionRepository {

        private final List<String> saved = new ArrayList<>();
        private boolean broken;

        private Stored() {
            this(new ConcurrentHashMap<>());
        }

        private Stored(Map<String, org.springframework.session.Session> sessions) {
            super(sessions);
        }

        @Override
        public void save(MapSession session) {
            if (broken) {
                throw new IllegalStateException("out of order");
            }
            saved.add(session.getId());
            super.save(session);
        }
    }
}
