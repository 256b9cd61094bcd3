package io.mandate.faults;

import io.mandate.faults.Case.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People at work, each with several cases at a time. */
final class Load implements AutoCloseable {

    private static final int CASES_AT_A_TIME = 5;
    private static final List<Kind> KINDS = List.of(
            Kind.RESTORED, Kind.RESTORED, Kind.RESTORED, Kind.CONTESTED, Kind.CONTESTED, Kind.REMOVED, Kind.REMOVED,
            Kind.GRANTED, Kind.DECLINED, Kind.WITHDRAWN, Kind.UNANSWERED, Kind.ENDED);

    private final Installation installation;
    private final Answers answers;
    private final Records records;
    private final List<Case> cases = new CopyOnWriteArrayList<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicLong steps = new AtomicLong();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean beginning = true;
    private final CountDownLatch ended = new CountDownLatch(1);

    Load(Installation installation, Answers answers, Records records, Parameters parameters) {
        this.installation = installation;
        this.answers = answers;
        this.records = records;
        for (int client = 0; client < parameters.clients(); client++) {
            int number = client;
            Thread thread = new Thread(() -> work(number, new Random(parameters.seed() * 31 + number)), "client " + client);
            thread.setDaemon(true);
            clients.add(thread);
        }
        clients.forEach(Thread::start);
    }

    List<Case> cases() {
        return cases;
    }

    /** What was wrong at the moment when somebody looked. */
    Queue<String> problems() {
        return problems;
    }

    /** How many steps were done. */
    long steps() {
        return steps.get();
    }

    /** From now on only what was begun is brought to its end. */
    void beginNothingMore() {
        beginning = false;
    }

    long unfinished() {
        return cases.stream().filter(one -> !one.isOver()).count();
    }

    private void work(int client, Random chance) {
        Map<String, PartnerSide> partners = new HashMap<>();
        Scene.PARTNERS.forEach(partner -> partners.put(partner, new PartnerSide(
                partner, Scene.account(partner, client), new Browser(installation.nodes(), answers, chance), installation)));
        ServiceSide service = new ServiceSide(installation, answers, chance);
        List<Plan> open = new ArrayList<>();
        while (!isEnded(0)) {
            while (beginning && open.size() < CASES_AT_A_TIME) {
                CustomerSide customer = new CustomerSide(new Browser(installation.nodes(), answers, chance), installation);
                Plan plan = new Plan(KINDS.get(chance.nextInt(KINDS.size())), partners, customer, service, records, chance);
                open.add(plan);
                cases.add(plan.of);
            }
            if (!open.isEmpty()) {
                advance(open.get(chance.nextInt(open.size())), service);
                open.removeIf(plan -> plan.of.isOver());
            }
            isEnded(20 + chance.nextInt(80));
        }
    }

    private void advance(Plan plan, ServiceSide service) {
        try {
            if (plan.advance() != Outcome.NOT_YET) {
                steps.incrementAndGet();
                look(plan.of, service);
            }
        } catch (UnansweredException later) {
            // It is in the journal where it may have done something.
        } catch (RuntimeException | AssertionError unforeseen) {
            problems.add("A client met what nobody should meet: " + unforeseen + " at " + unforeseen.getStackTrace()[0]
                    + "\n" + plan.of.story());
            plan.of.finish();
        }
    }

    /** What counts right now is what somebody was told a moment ago. */
    private void look(Case of, ServiceSide service) throws UnansweredException {
        Set<String> may = of.mayHold();
        if (of.isEndAsked() || of.asked().stream().noneMatch(one -> one.mayBeDone(Asked.Act.APPROVE))) {
            return;
        }
        String customer = records.customer(of);
        for (String partner : Scene.PARTNERS) {
            boolean must = may.equals(Set.of(partner));
            service.decides(partner, customer).filter(yes -> yes ? !may.contains(partner) : must).ifPresent(yes -> problems.add(
                    "The decision about " + partner + " was " + yes + ", while it may be held by " + may + "\n" + of.story()));
        }
    }

    /** Whether nobody is to work any more, as told within that time: so long people do nothing. */
    private boolean isEnded(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended.countDown();
        for (Thread client : clients) {
            client.join(60_000);
        }
    }
}
