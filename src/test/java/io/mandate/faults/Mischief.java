package io.mandate.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Everything that fails: nodes on one thread, all else on another, at moments that the seed chooses. */
final class Mischief {

    /** So that no term of two years runs out by itself. */
    private static final int MOST_MONTHS = 9;

    /** As the diagrams have them. */
    private static final List<Duration> MAIL_RETRIES = Stream.of("PT1M", "PT5M", "PT30M", "PT2H").map(Duration::parse).toList();
    private static final List<Duration> SERVICE_RETRIES =
            Stream.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H").map(Duration::parse).toList();
    private static final Duration A_TRY_BEGINS = Duration.ofMillis(500);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Kills are for nodes that work: until all do, or for a while at most, since the database may be away. */
    private static final Duration WORKING_AGAIN = Duration.ofSeconds(90);

    /** What fails. */
    enum Fault {
        NODE_KILLED,
        NODE_KILLED_WHILE_STARTING,
        POSTGRES_RESTARTED,
        CONNECTIONS_RESET,
        CONNECTIONS_DEAD_SILENTLY,
        DATABASE_UNREACHABLE,
        DATABASE_SILENT,
        DATABASE_SLOW,
        MAIL_REFUSED,
        MAIL_SERVER_SILENT,
        MAIL_TAKEN_WITHOUT_ANSWER,
        MAIL_REFUSED_FOR_HOURS,
        SERVICE_FAILING,
        SERVICE_UNREACHABLE,
        SERVICE_SILENT,
        SERVICE_FAILING_FOR_DAYS,
        MONTH_LATER
    }

    private final Installation installation;
    private final Records records;
    private final int kills;
    private final long seed;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService moments = Executors.newScheduledThreadPool(3);

    Mischief(Installation installation, Records records, Parameters parameters) {
        this.installation = installation;
        this.records = records;
        this.kills = parameters.kills();
        this.seed = parameters.seed();
    }

    /** Does it all, and leaves everything sound. */
    void run() throws InterruptedException {
        CompletableFuture<Void> kills = CompletableFuture.runAsync(this::kill);
        Random chance = new Random(seed + 1);
        List<Fault> round = new ArrayList<>();
        while (!kills.isDone() || !round.isEmpty() && counts().size() < Fault.values().length - 1) {
            if (round.isEmpty()) {
                round.addAll(List.of(Fault.values()).subList(Fault.POSTGRES_RESTARTED.ordinal(), Fault.values().length));
                Collections.shuffle(round, chance);
            }
            Fault next = round.remove(0);
            after(between(chance, 1_000, 4_000), () -> cause(next, chance));
        }
        kills.join();
        moments.shutdown();
        mend();
    }

    synchronized Map<Fault, Integer> counts() {
        return new EnumMap<>(counts);
    }

    List<String> log() {
        return List.copyOf(log);
    }

    private void kill() {
        Random chance = new Random(seed);
        for (int left = kills; left > 0; left--) {
            boolean early = chance.nextInt(8) == 0;
            if (!early) {
                awaitAtMost(WORKING_AGAIN, Duration.ZERO, () -> installation.nodes().stream().allMatch(Node::answers));
            }
            after(early ? between(chance, 0, 8_000) : between(chance, 1_000, 7_000), () -> {
                int victim = chance.nextInt(installation.nodes().size());
                note(early ? Fault.NODE_KILLED_WHILE_STARTING : Fault.NODE_KILLED, "node " + (victim + 1));
                installation.nodes().get(victim).kill();
            });
        }
    }

    private void cause(Fault fault, Random chance) throws InterruptedException {
        long some = between(chance, 1_000, 8_000);
        long beyondPatience = between(chance, 11_000, 14_000);
        switch (fault) {
            case POSTGRES_RESTARTED -> {
                note(fault, "down for " + some / 2 + " ms");
                installation.postgres.stopAtOnce();
                after(some / 2, installation.postgres::start);
            }
            case CONNECTIONS_RESET -> {
                note(fault, "");
                installation.toPostgres.resetAll();
            }
            case CONNECTIONS_DEAD_SILENTLY -> {
                note(fault, "");
                installation.toPostgres.forgetAll();
            }
            case DATABASE_UNREACHABLE -> during(fault, some, () -> installation.toPostgres.be(Wire.State.CUT));
            case DATABASE_SILENT -> {
                during(fault, some, () -> installation.toPostgres.be(Wire.State.SILENT));
                if (chance.nextBoolean()) {
                    installation.toPostgres.resetAll();
                }
            }
            case DATABASE_SLOW -> during(fault, some, () -> installation.toPostgres.slowDown(60));
            case MAIL_REFUSED -> during(fault, some, () -> installation.mail.be(MailSink.State.REFUSING));
            case MAIL_SERVER_SILENT -> during(fault, beyondPatience, () -> installation.mail.be(MailSink.State.SILENT));
            case MAIL_TAKEN_WITHOUT_ANSWER -> during(fault, beyondPatience, () -> installation.mail.be(MailSink.State.UNANSWERING));
            case SERVICE_FAILING -> during(fault, some, () -> installation.service.answerWith(503));
            case SERVICE_UNREACHABLE -> during(fault, some, () -> installation.toService.be(Wire.State.CUT));
            case SERVICE_SILENT -> during(fault, beyondPatience, () -> installation.toService.be(Wire.State.SILENT));
            case MAIL_REFUSED_FOR_HOURS -> lasting(fault, MAIL_RETRIES, () -> installation.mail.be(MailSink.State.REFUSING));
            case SERVICE_FAILING_FOR_DAYS -> lasting(fault, SERVICE_RETRIES, () -> installation.service.answerWith(503));
            case MONTH_LATER -> {
                if (counts().getOrDefault(fault, 0) < MOST_MONTHS) {
                    note(fault, "");
                    installation.moveClock(Duration.ofDays(30));
                }
            }
            default -> throw new IllegalStateException(fault + " has a thread of its own");
        }
    }

    private void during(Fault fault, long millis, Runnable begin) throws InterruptedException {
        note(fault, "for " + millis + " ms");
        begin.run();
        after(millis, this::mend);
    }

    /** Longer than jobs are retried: the clock goes from one retry to the next. */
    private void lasting(Fault fault, List<Duration> retries, Runnable begin) throws InterruptedException {
        note(fault, "until retries run out");
        begin.run();
        for (Duration pause : retries) {
            awaitTries();
            installation.moveClock(pause.plusSeconds(10));
        }
        awaitTries();
        mend();
    }

    /** Until what is due was tried, for a while at most: nodes are killed at the same time. */
    private void awaitTries() {
        awaitAtMost(ONE_TRY, A_TRY_BEGINS, () -> records.due(installation.now()) == 0);
    }

    private static void awaitAtMost(Duration limit, Duration delay, Callable<Boolean> condition) {
        try {
            Awaitility.await().pollInSameThread().pollDelay(delay).pollInterval(LOOK).atMost(limit).until(condition);
        } catch (ConditionTimeoutException enough) {
            // Then it goes on without.
        }
    }

    /** Does something in so many milliseconds, and waits until it was done. */
    private void after(long millis, Deed deed) {
        try {
            moments.schedule(() -> {
                deed.run();
                return null;
            }, millis, TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void mend() {
        installation.toPostgres.be(Wire.State.SOUND);
        installation.toService.be(Wire.State.SOUND);
        installation.mail.be(MailSink.State.TAKING);
        installation.service.behave();
    }

    private synchronized void note(Fault fault, String more) {
        counts.merge(fault, 1, Integer::sum);
        log.add(Instant.now() + " " + fault + (more.isEmpty() ? "" : ", " + more));
    }

    private static long between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least);
    }
}
