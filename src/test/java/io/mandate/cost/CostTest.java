package io.mandate.cost;

import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What something costs, counted on both databases; the fields to be wired are those of the database in turn. */
abstract class CostTest {

    /** Counts, and fails where something costs more than it may. */
    abstract void count(String database) throws IOException;

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 {

        @Test
        void it_stays_within_its_bounds(@Autowired AutowireCapableBeanFactory beans) throws IOException {
            beans.autowireBean(CostTest.this);
            count("h2");
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql {

        @Test
        void it_stays_within_its_bounds(@Autowired AutowireCapableBeanFactory beans) throws IOException {
            beans.autowireBean(CostTest.this);
            count("postgresql");
        }
    }
}
