package io.mandate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bench.machine.Application;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify}: Mandate beside others, as one table. */
@Tag("bench")
class BenchIT {

    private final Sizes sizes = Sizes.ofSystem();

    @Test
    void mandate_beside_others() throws Exception {
        Report report = new Report(sizes);
        try {
            for (String database : sizes.databases()) {
                try (Field field = new Field(database)) {
                    measure(field, database, report);
                }
            }
        } finally {
            // What was measured before something failed is worth reading, too.
            System.out.println(report.write());
        }
        assertThat(report.lines).as("what was measured").isNotEmpty();
    }

    private void measure(Field field, String database, Report report) {
        if (sizes.has("lifecycle") || sizes.has("waiting") || sizes.has("memory")) {
            Contender mandate = field.mandate(sizes.clients());
            if (sizes.has("lifecycle")) {
                report.lifecycles(database, Lifecycles.run(field, sizes, mandate));
            } else {
                mandate.warmUp(sizes.clients(), sizes.warmUp());
            }
            if (sizes.has("waiting")) {
                report.waiting(database, Waiting.run(field, sizes, mandate));
            }
            if (sizes.has("memory")) {
                report.memory(database, Memory.after(mandate, sizes));
            }
        }
        if (sizes.has("decisions") || sizes.has("pages")) {
            Application many = field.mandate("many", field.database("many"));
            Pages.fill(many, sizes.many());
            if (sizes.has("decisions")) {
                report.decisions(database, Decisions.run(field, sizes, many, Pages.PARTNER));
            }
            if (sizes.has("pages")) {
                Application few = field.mandate("few", field.database("few"));
                Pages.fill(few, sizes.few());
                report.pages(database, Pages.run(few, many, sizes.pages()));
            }
        }
        if (sizes.has("start")) {
            report.starts(database, Starts.of(field));
        }
    }
}
