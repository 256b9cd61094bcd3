package io.mandate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify}: Mandate beside others, as one table. */
@Tag("bench")
class BenchIT {

    private final Sizes sizes = Sizes.ofSystem();

    @Test
    void mandate_beside_others() throws Exception {
        Report report = new Report(sizes);
        for (String database : sizes.databases()) {
            try (Field field = new Field(database)) {
                List<Contender> contenders = Lifecycles.run(field, sizes);
                report.lifecycles(database, contenders, field.mails.averageLength());
            }
        }
        String written = report.write();
        System.out.println(written);
        assertThat(written).contains("| lifecycles per second |");
    }
}
