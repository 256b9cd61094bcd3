package io.mandate.bench;

import io.mandate.bench.driver.Driving;
import io.mandate.bench.driver.Load;
import io.mandate.bench.machine.Application;
import io.mandate.bench.machine.Database;
import io.mandate.bench.machine.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One way of doing the same business, with what its rounds gave. */
final class Contender {

    final String name;
    final Application application;
    final Database database;
    private final Driving driving;

    final List<Double> perSecond = new ArrayList<>();
    final List<Double> appCpu = new ArrayList<>();
    final List<Double> databaseCpu = new ArrayList<>();
    final List<Double> log = new ArrayList<>();
    final List<Double> approvals = new ArrayList<>();
    double statements;
    double commits;
    double writingCommits;
    int lifecycles;

    Contender(String name, Application application, Database database, Driving driving) {
        this.name = name;
        this.application = application;
        this.database = database;
        this.driving = driving;
    }

    /** The same under another name, as if nothing had been measured. */
    Contender again(String called) {
        return new Contender(called, application, database, driving);
    }

    void warmUp(int clients, int number) {
        lifecycles += Load.lifecycles(driving, clients, number).lifecycles();
        committed();
    }

    void round(int clients, double seconds) {
        double app = Usage.cpuMillis(application.process());
        double data = database.process().map(Usage::cpuMillis).orElse(0.0);
        long written = database.log().orElse(0L);
        Load.Done done = Load.forSeconds(driving, clients, seconds);
        perSecond.add(done.perSecond());
        appCpu.add((Usage.cpuMillis(application.process()) - app) / done.lifecycles());
        databaseCpu.add((database.process().map(Usage::cpuMillis).orElse(0.0) - data) / done.lifecycles());
        log.add((database.log().orElse(0L) - written) / 1024.0 / done.lifecycles());
        Map<String, Long> committed = committed();
        done.clicks().forEach((address, click) -> {
            if (committed.containsKey(address)) {
                approvals.add((committed.get(address) - click) / 1000.0);
            }
        });
        lifecycles += done.lifecycles();
    }

    /** A round in which every statement is counted, and no time taken. */
    void count(int clients, int number) {
        switchCounting(true);
        int done = Load.lifecycles(driving, clients, number).lifecycles();
        String[] counted = switchCounting(false).split(" ");
        statements = Double.parseDouble(counted[0]) / done;
        commits = Double.parseDouble(counted[1]) / done;
        writingCommits = Double.parseDouble(counted[2]) / done;
        lifecycles += done;
    }

    private String switchCounting(boolean on) {
        try (var http = application.connect()) {
            return http.post("/bench/count?on=" + on, "").good();
        }
    }

    private Map<String, Long> committed() {
        try (var http = application.connect()) {
            Map<String, Long> micros = new HashMap<>();
            http.get("/bench/committed").good().lines().filter(line -> !line.isBlank()).map(line -> line.split(" "))
                    .forEach(line -> micros.put(line[0], Long.parseLong(line[1])));
            return micros;
        }
    }
}
