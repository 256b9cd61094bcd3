package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Endpoints.Endpoint;
import io.mandate.attack.Wire.Answer;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever bytes come in at whatever address, by anybody or by a service account: no answer is a fault of Mandate's, none tells
 * what it is made of, and the service goes on. A failure names its seed; {@code -Dmandate.fuzz.seed=...} repeats it.
 */
@ServiceTest
class FuzzTests {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final int FEWEST = 100;

    /** What the web server says of transfer codings and versions of HTTP that there are not. */
    private static final Set<Integer> NOT_HTTP = Set.of(501, 505);

    @LocalServerPort int port;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Test
    void nothing_that_comes_in_is_answered_by_a_fault() {
        long seed = Long.getLong("mandate.fuzz.seed", new Random().nextLong());
        List<String> paths = Endpoints.of(mappings).stream().map(Endpoint::path).distinct().toList();
        Garbage garbage = new Garbage(new Random(seed), paths);
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();

        int sent = 0;
        for (; sent < FEWEST || System.nanoTime() < end; sent++) {
            byte[] request = garbage.request();
            Answer answer = Wire.raw(port, request);
            String about = "seed %d, request %d: %s".formatted(seed, sent, Garbage.shown(request));
            assertThat(answer.status()).as(about).satisfiesAnyOf(
                    status -> assertThat(status).isLessThan(500), status -> assertThat(status).isIn(NOT_HTTP));
            assertThat(answer.body()).as(about).doesNotContain("Exception", "\tat ", "org.springframework", "io.mandate.", "Apache Tomcat");
        }

        assertThat(new Visitor(port).open("/sign-in").statusCode()).isEqualTo(200);
        assertThat(sent).isGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void the_same_seed_makes_the_same_garbage() {
        Garbage one = new Garbage(new Random(7), List.of("/a", "/b"));
        Garbage other = new Garbage(new Random(7), List.of("/a", "/b"));

        for (int i = 0; i < 50; i++) {
            assertThat(one.request()).isEqualTo(other.request());
        }
    }
}
