package io.mandate.bench.driver;

import io.mandate.bench.driver.Http.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Asks again in a moment where what a mail said is not committed yet: nobody is that quick to read one. */
public final class Patience {

    private static final Duration MOMENT = Duration.ofMillis(2);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Patience() {}

    /** The first answer that is such. */
    public static Answer until(Predicate<Answer> such, Callable<Answer> asking) {
        return Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(MOMENT).atMost(LIMIT).until(asking, such::test);
    }
}
