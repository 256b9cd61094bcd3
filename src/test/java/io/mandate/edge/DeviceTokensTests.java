package io.mandate.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.LinkProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a browser keeps that signed somebody in. */
class DeviceTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final String OLD = "an-old-secret-of-at-least-32-characters";
    private static final String NEW = "a-new-secret-of-at-least-32-characters!";

    private final DeviceTokens tokens = at(NOW, OLD);

    @Test
    void it_counts_for_its_account_for_half_a_year_and_names_a_browser() {
        String token = tokens.make("ada@northwind.example");

        assertThat(tokens.read(token, "ada@northwind.example")).isPresent();
        assertThat(tokens.read(token, "ben@northwind.example")).isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(180)).minusSeconds(1), OLD).read(token, "ada@northwind.example")).isPresent();
        assertThat(at(NOW.plus(Duration.ofDays(180)), OLD).read(token, "ada@northwind.example")).isEmpty();
        assertThat(token).doesNotContain("ada");
    }

    @Test
    void two_browsers_are_two() {
        assertThat(tokens.read(tokens.make("ada"), "ada")).isNotEqualTo(tokens.read(tokens.make("ada"), "ada"));
    }

    @Test
    void it_outlives_a_new_secret_as_long_as_the_old_one_is_known() {
        String token = tokens.make("ada");

        assertThat(at(NOW, NEW, OLD).read(token, "ada")).isPresent();
        assertThat(at(NOW, NEW).read(token, "ada")).isEmpty();
    }

    @Property(tries = 300)
    void nothing_else_is_one(@ForAll String typed, @ForAll int at, @ForAll char other) {
        String token = tokens.make("ada");
        int place = Math.floorMod(at, token.length());
        String changed = token.substring(0, place) + other + token.substring(place + 1);

        assertThat(tokens.read(typed, "ada")).isEmpty();
        if (other != token.charAt(place)) {
            assertThat(tokens.read(changed, "ada")).isEmpty();
        }
        assertThat(tokens.read("A".repeat(22) + ".999999999999." + "A".repeat(43), "ada")).isEmpty();
    }

    private static DeviceTokens at(Instant now, String... secrets) {
        return new DeviceTokens(new LinkProperties(List.of(secrets)), Clock.fixed(now, ZoneOffset.UTC));
    }
}
