package io.mandate.health;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads in which look-ups are done, so that whoever asks waits no longer than they want to. */
@Component
public class LookUps implements DisposableBean {

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), this::thread);

    /** Something to be looked up at most so often; what is known is given for so long while a look has no result. */
    public <T> Latest<T> every(Duration fresh, Duration valid, Supplier<T> lookUp) {
        return new Latest<>(lookUp, fresh, valid, threads);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "look-up-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
