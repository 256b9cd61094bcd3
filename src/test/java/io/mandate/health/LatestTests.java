package io.mandate.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatestTests {

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void asked_again_and_again_it_looks_once_until_that_is_no_longer_fresh() {
        Latest<Integer> latest = latest(Runnable::run);

        latest.get();
        latest.get();
        assertThat(latest.get()).contains(1);

        pass(Duration.ofSeconds(6));
        latest.get();
        assertThat(latest.get()).contains(2);
    }

    @Test
    void while_a_look_has_no_result_what_was_known_is_given_for_as_long_as_it_is_valid_and_nobody_looks_a_second_time() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Latest<Integer> latest = latest(waiting::add);
        latest.get();
        waiting.remove().run();

        pass(Duration.ofSeconds(10));
        assertThat(latest.get()).contains(1);
        assertThat(latest.get()).contains(1);
        assertThat(waiting).hasSize(1);

        pass(Duration.ofSeconds(11));
        assertThat(latest.get()).isEmpty();
    }

    @Test
    void a_look_that_fails_is_followed_by_another() {
        Latest<Integer> latest = new Latest<>(this::failingFirst, Duration.ofSeconds(5), Duration.ofSeconds(20), Runnable::run, time::get);

        assertThat(latest.get()).isEmpty();
        assertThat(latest.get()).contains(2);
    }

    private Latest<Integer> latest(Executor threads) {
        return new Latest<>(looks::incrementAndGet, Duration.ofSeconds(5), Duration.ofSeconds(20), threads, time::get);
    }

    private int failingFirst() {
        if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException();
        }
        return looks.get();
    }

    private void pass(Duration some) {
        time.addAndGet(some.toNanos());
    }
}
