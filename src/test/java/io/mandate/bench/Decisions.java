package io.mandate.bench;

import io.mandate.bench.driver.Http;
import io.mandate.bench.driver.Load;
import io.mandate.bench.machine.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Decision calls over HTTP, beside the bare stack, in turn. */
final class Decisions {

    private static final int KNOWN = 50_000;

    /** Who answers, and what its rounds gave. */
    static final class Answering {

        final String name;
        private final int port;
        private final String path;
        private final String token;
        private final String partner;
        private final List<String> customers;
        final List<Double> perSecond = new ArrayList<>();
        final List<Double> millis = new ArrayList<>();

        Answering(String name, int port, String path, String token, String partner, List<String> customers) {
            this.name = name;
            this.port = port;
            this.path = path;
            this.token = token;
            this.partner = partner;
            this.customers = customers;
        }

        double round(int clients, double seconds) {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<List<Double>> took = Load.together(clients, client -> ask(end));
            double rate = took.stream().mapToInt(List::size).sum() / ((System.nanoTime() - start) / 1e9);
            perSecond.add(rate);
            took.forEach(millis::addAll);
            return rate;
        }

        private List<Double> ask(long end) {
            List<Double> took = new ArrayList<>();
            try (Http http = new Http(port)) {
                while (System.nanoTime() < end) {
                    String customer = customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
                    String question = "{\"subject\":{\"type\":\"partner\",\"id\":\"" + partner + "\"},\"action\":{\"name\":\"administer\"},"
                            + "\"resource\":{\"type\":\"service\",\"id\":\"mail\",\"properties\":{\"customer\":\"" + customer + "\"}}}";
                    long begun = System.nanoTime();
                    String answer = http.post(path, question, "Content-Type", "application/json", "Authorization", "Bearer " + token).good();
                    took.add((System.nanoTime() - begun) / 1e6);
                    if (!answer.contains("\"decision\":true") || !answer.contains("mail-administrator")) {
                        throw new IllegalStateException("another answer: " + answer);
                    }
                }
            }
            return took;
        }

        private void warm(Sizes sizes) {
            while (millis.size() < sizes.calls()) {
                round(sizes.clients(), sizes.seconds());
            }
            perSecond.clear();
            millis.clear();
        }
    }

    private Decisions() {}

    /** Mandate first, then the bare stack that asks for a token as Mandate does, then the one that asks for nothing. */
    static List<Answering> run(Field field, Sizes sizes, Application large, String partner) {
        Application bare = field.opponent("bare", "io.mandate.bench.bare.BareUnderTest", field.database("bare"), "limit", false);
        String ofMandate;
        String ofBare;
        List<String> mandates;
        List<String> bares;
        try (Http mandate = large.connect(); Http other = bare.connect()) {
            ofMandate = mandate.post("/bench/token", "").good();
            mandates = mandate.get("/bench/customers?number=" + KNOWN).good().lines().toList();
            ofBare = other.post("/bench/fill?number=" + sizes.many(), "").good();
            bares = other.get("/bench/customers?number=" + KNOWN).good().lines().toList();
        }
        List<Answering> all = List.of(
                new Answering("Mandate", large.port(), "/access/v1/evaluation", ofMandate, partner, mandates),
                new Answering("bare stack, same token", bare.port(), "/bare/known", ofBare, "contoso", bares),
                new Answering("bare stack, no token", bare.port(), "/bare/open", ofBare, "contoso", bares));
        // Until the compilers are done.
        all.forEach(one -> one.warm(sizes));
        for (int round = 0; round < sizes.rounds(); round++) {
            for (Answering one : all) {
                Progress.say("%s: %.0f decisions per second".formatted(one.name, one.round(sizes.clients(), sizes.seconds() / 2)));
            }
        }
        return all;
    }
}
