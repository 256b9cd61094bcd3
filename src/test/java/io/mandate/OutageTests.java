package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

/** What is an outage of the database, and what is a mistake. */
class OutageTests {

    @ParameterizedTest
    @CsvSource({"08006, true", "08001, true", "57P01, true", "57P03, true", "53300, true", "57014, false", "42703, false", "23505, false",
        "40001, false", ", false"})
    void sqls_state_tells(String state, boolean outage) {
        assertThat(Outage.isIn(new IllegalStateException(new RuntimeException(new SQLException("any", state))))).isEqualTo(outage);
    }

    @Test
    void a_pool_that_has_no_connection_is_one() {
        assertThat(Outage.isIn(new RuntimeException(new SQLTransientConnectionException("timed out")))).isTrue();
    }

    @Test
    void so_is_a_connection_that_broke_a_statement_before() throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:outage");
        try (pool; Connection connection = pool.getConnection()) {
            connection.close();

            assertThatThrownBy(connection::createStatement).satisfies(gone -> assertThat(Outage.isIn(new RuntimeException(gone))).isTrue());
        }
    }

    @Test
    void so_is_one_that_kept_even_rolling_back_from_working() {
        TransactionSystemException twice = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        twice.initApplicationException(new RuntimeException(new SQLException("lost", "08006")));

        assertThat(Outage.isIn(new IllegalStateException(twice))).isTrue();
    }

    @Test
    void causes_that_go_round_in_a_circle_have_an_end() {
        Exception first = new Exception();
        first.initCause(new Exception(first));

        assertThat(Outage.isIn(first)).isFalse();
        assertThat(Outage.isIn(null)).isFalse();
    }
}
