package io.mandate.engine.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastSignsTests {

    @Test
    void it_looks_until_a_look_tells_something() {
        Iterator<Optional<Boolean>> looks = List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false)).iterator();

        assertThat(LastSigns.everySecond(looks::next)).isTrue();
        assertThat(looks.next()).contains(false);
    }

    @Test
    void a_look_that_fails_ends_the_wait() {
        assertThatThrownBy(() -> LastSigns.everySecond(() -> {
            throw new IllegalArgumentException("no database");
        })).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("no database");
    }

    @Test
    void whoever_stops_the_node_ends_the_wait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> LastSigns.everySecond(Optional::empty)).hasMessage("This node stops");
        assertThat(Thread.interrupted()).isTrue();
    }
}
