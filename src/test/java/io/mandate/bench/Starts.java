package io.mandate.bench;

import io.mandate.bench.machine.Application;
import io.mandate.bench.machine.Database;
import io.mandate.bench.machine.Usage;
import java.util.ArrayList;
import java.util.List;

/** The jar as it is delivered: how long it takes to be ready, on an empty database and on one that is there. */
final class Starts {

    private static final int TIMES = 3;

    final List<Double> empty = new ArrayList<>();
    final List<Double> existing = new ArrayList<>();
    final List<Double> resident = new ArrayList<>();

    static Starts of(Field field) {
        Starts starts = new Starts();
        for (int time = 0; time < TIMES; time++) {
            Database database = field.database("start" + time);
            starts.one(field, database, starts.empty);
            starts.one(field, database, starts.existing);
        }
        return starts;
    }

    private void one(Field field, Database database, List<Double> seconds) {
        try (Application jar = field.jar(database)) {
            seconds.add(jar.ready().toMillis() / 1000.0);
            resident.add(Usage.resident(jar.process()) / 1048576.0);
            Progress.say("ready after %.1f s".formatted(jar.ready().toMillis() / 1000.0));
        }
    }
}
