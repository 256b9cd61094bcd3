package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bounce.BouncedMails;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount.Spent;
import io.mandate.testing.StatementCount;
import io.mandate.testing.TestMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What a report costs of a mail that never arrived: the way back to "Correct address", and the mail to the partner. */
class BounceCostTests {

    private static final int MOST_STATEMENTS = 50;
    private static final int MOST_COMMITS = 2;

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 extends Behaviour {

        @Test
        void a_report_stays_within_its_bounds() throws IOException {
            check("h2");
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql extends Behaviour {

        @Test
        void a_report_stays_within_its_bounds() throws IOException {
            check("postgresql");
        }
    }

    abstract static class Behaviour {

        @Autowired Lifecycle life;
        @Autowired StatementCount count;
        @Autowired BouncedMails bounced;

        void check(String database) throws IOException {
            walk();
            Spent spent = walk();
            Files.writeString(Path.of("target/bounce-cost-" + database + ".txt"), "%d statements, %d of the engine, %d commits%n%s%n"
                    .formatted(spent.statements().size(), spent.ofTheEngine(), spent.commits(), String.join("\n", spent.statements())));
            assertThat(spent.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            assertThat(spent.commits()).isLessThanOrEqualTo(MOST_COMMITS);
        }

        private Spent walk() {
            TestMail.acceptAll();
            String customer = Lifecycle.newAddress();
            life.sent(PAULA, customer, MAIL);
            count.take();
            bounced.comesBack(customer);
            return count.take();
        }
    }
}
