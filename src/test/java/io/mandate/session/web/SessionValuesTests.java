package io.mandate.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.LinkProperties;
import io.mandate.identity.Account;
import io.mandate.identity.AccountUser;
import io.mandate.identity.SignInMethod;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.SerializationUtils;

/** What a session keeps, as the database has it. */
class SessionValuesTests {

    private static final String OLD = "an-old-secret-of-at-least-32-characters";
    private static final String NEW = "a-newer-secret-of-at-least-32-characters";

    private final SessionValues values = values(NEW);

    @Test
    void what_is_kept_comes_back_and_says_nothing_where_it_lies() {
        AccountUser ann = new AccountUser(
                Account.ofPartner("contoso", "ann@contoso.example", "Ann", "{noop}password-of-ann", "en"), SignInMethod.PASSKEY);
        var signedIn = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(ann, null, ann.getAuthorities()));

        byte[] stored = values.write(signedIn);

        assertThat(values.read(stored)).isEqualTo(signedIn);
        assertThat(text(stored)).doesNotContain("ann", "Ann", "contoso");
        assertThat(stored.length).isLessThan(2_000);
        assertThat(text(SerializationUtils.serialize(signedIn))).as("nor the hash of a password").doesNotContain("password-of-ann");
        assertThat(values.write(signedIn)).as("sealed anew each time").isNotEqualTo(stored);
    }

    @Test
    void a_secret_can_be_replaced() {
        byte[] stored = values(OLD).write("typed");

        assertThat(values(NEW, OLD).read(stored)).isEqualTo("typed");
        assertThat(values(NEW).read(stored)).isNull();
    }

    @Test
    void what_was_changed_cut_off_or_written_by_others_is_left_out() {
        byte[] stored = values.write(Instant.EPOCH);

        IntStream.range(0, stored.length).forEach(place -> {
            byte[] changed = stored.clone();
            changed[place] ^= 1;
            assertThat(values.read(changed)).as("byte %d", place).isNull();
        });
        assertThat(values.read(Arrays.copyOf(stored, stored.length - 1))).isNull();
        assertThat(values.read(new byte[0])).isNull();
        assertThat(values.read(SerializationUtils.serialize("typed"))).as("not sealed").isNull();
    }

    static Stream<Serializable> refused() {
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        return Stream.of(new Gadget(), new ArrayList<>(List.of(new Gadget())), new HashMap<>(Map.of("key", new Gadget())),
                new java.util.PriorityQueue<>(List.of("a")), new java.io.File("/"), new Gadget[] {new Gadget()},
                new IllegalStateException("an exception"), new int[5000], (Serializable) deep);
    }

    /** Even if it was sealed here. */
    @ParameterizedTest
    @MethodSource("refused")
    void a_type_that_no_session_keeps_never_becomes_an_object(Serializable value) {
        Gadget.RUN.set(false);

        assertThat(values.read(values.seal(SerializationUtils.serialize(value)))).isNull();
        assertThat(Gadget.RUN).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_no_session_keeps_is_refused_when_it_is_to_be_kept(Serializable value) {
        Gadget.RUN.set(false);

        assertThatThrownBy(() -> values.write(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A session cannot keep %s: a type that is not listed, or too much", value.getClass().getName());
        assertThat(Gadget.RUN).isFalse();
    }

    @Test
    void every_type_that_is_allowed_exists() {
        assertThat(SessionTypes.NAMES).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    /** What an attacker would have read. */
    private static final class Gadget implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean RUN = new AtomicBoolean();

        private void readObject(ObjectInputStream from) throws IOException, ClassNotFoundException {
            RUN.set(true);
            from.defaultReadObject();
        }
    }

    private static SessionValues values(String... secrets) {
        return new SessionValues(new LinkProperties(List.of(secrets)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
