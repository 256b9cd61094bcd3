package io.mandate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people who act at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** Lets both go at the same moment; what either was refused with. */
    public static List<Throwable> refused(Callable<?> one, Callable<?> other) throws InterruptedException {
        List<Throwable> refused = new ArrayList<>();
        for (Future<?> done : go(one::call, other::call)) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                refused.add(failed.getCause());
            }
        }
        return refused;
    }

    /** Lets both go at the same moment; what each of them got, in their order. Fails where one fails. */
    public static <T> List<T> answers(Callable<T> one, Callable<T> other) throws InterruptedException {
        List<T> answers = new ArrayList<>();
        for (Future<T> done : go(one, other)) {
            try {
                answers.add(done.get());
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            }
        }
        return answers;
    }

    private static <T> List<Future<T>> go(Callable<T> one, Callable<T> other) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            return people.invokeAll(List.of(together(start, one), together(start, other)));
        } finally {
            people.shutdown();
        }
    }

    private static <T> Callable<T> together(CyclicBarrier start, Callable<T> act) {
        return () -> {
            start.await();
            return act.call();
        };
    }
}
