package io.mandate.engine.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTests {

    private final AtomicLong nanos = new AtomicLong();
    private final Watch watch = new Watch(Duration.ofSeconds(60), nanos::get);

    @Test
    void others_are_gone_only_once_they_were_watched_for_as_long() {
        for (int beat = 0; beat < 6; beat++) {
            pass(10);
            watch.goOn();
            assertThat(watch.isLongEnough()).isFalse();
        }

        pass(10);

        assertThat(watch.isLongEnough()).isTrue();
    }

    @Test
    void a_break_begins_it_anew_since_others_may_have_had_the_same() {
        pass(61);
        watch.goOn();
        assertThat(watch.isLongEnough()).isFalse();

        pass(29);
        watch.goOn();
        pass(32);
        watch.goOn();
        assertThat(watch.isLongEnough()).isFalse();

        watch.begin();
        pass(60);
        assertThat(watch.isLongEnough()).isFalse();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
