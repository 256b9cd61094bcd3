package io.mandate.bench.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Clients that go through lifecycles, each one after the other. */
public final class Load {

    private Load() {}

    /**
     * What they did.
     *
     * @param clicks when each customer's address clicked on approve, in microseconds of the wall clock
     */
    public record Done(int lifecycles, double seconds, Map<String, Long> clicks) {

        public double perSecond() {
            return lifecycles / seconds;
        }
    }

    /** Goes through lifecycles for some time; those begun are finished, and their time counts. */
    public static Done forSeconds(Driving driving, int clients, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(driving, clients, begun -> System.nanoTime() < end);
    }

    /** Goes through so many lifecycles. */
    public static Done lifecycles(Driving driving, int clients, int number) {
        return run(driving, clients, begun -> begun < number);
    }

    private static Done run(Driving driving, int clients, IntPredicate further) {
        Map<String, Long> clicks = new ConcurrentHashMap<>();
        AtomicInteger begun = new AtomicInteger();
        long start = System.nanoTime();
        together(clients, client -> {
            while (further.test(begun.getAndIncrement())) {
                String address = "ada@" + UUID.randomUUID().toString().substring(0, 13) + ".example";
                clicks.put(address, driving.lifecycle(client, address));
            }
            return clicks;
        });
        return new Done(clicks.size(), (System.nanoTime() - start) / 1e9, clicks);
    }

    /** What one of several clients does. */
    public interface Client<T> {
        T run(int number) throws Exception;
    }

    /** Lets clients work at the same time; fails with the first that fails. */
    public static <T> List<T> together(int clients, Client<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<T>> running = threads.invokeAll(IntStream.range(0, clients)
                    .mapToObj(client -> (Callable<T>) () -> work.run(client)).toList());
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
