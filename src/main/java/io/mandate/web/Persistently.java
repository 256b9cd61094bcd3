package io.mandate.web;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Does again what was in the way of something else at the same moment, which is not the business of whoever asked for it. */
public final class Persistently {

    private static final int TRIES = 3;

    private Persistently() {}

    /**
     * Does it, up to three times.
     *
     * @param action in a transaction of its own, which reads everything anew
     * @throws ConcurrencyFailureException where something was in the way each time
     */
    public static <T> T get(Supplier<T> action) {
        for (int left = TRIES; ; left--) {
            try {
                return action.get();
            } catch (ConcurrencyFailureException busy) {
                if (left == 1) {
                    throw busy;
                }
            }
        }
    }

    /** As {@link #get}. */
    public static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }
}
