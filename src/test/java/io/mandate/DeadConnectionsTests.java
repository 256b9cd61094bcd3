package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** How long a connection is waited for that nobody says is dead. */
class DeadConnectionsTests {

    @Test
    void postgresql_has_a_minute_to_answer_unless_the_settings_say_otherwise() {
        MockEnvironment settings = new MockEnvironment();

        assertThat(properties(settings, "jdbc:postgresql://db.example/mandate")).containsEntry("socketTimeout", "60").containsEntry("tcpKeepAlive", "true");
        settings.setProperty("mandate.database.answer-timeout", "5m");
        assertThat(properties(settings, "jdbc:postgresql://db.example/mandate")).containsEntry("socketTimeout", "300");
    }

    @Test
    void h2_which_knows_no_such_setting_is_left_alone() {
        assertThat(properties(new MockEnvironment(), "jdbc:h2:mem:any")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0.9S, false", "PT1S, true", "PT1H, true", "PT1H1S, false"})
    void a_time_that_makes_no_sense_is_refused(Duration timeout, boolean usable) {
        assertThat(new DatabaseProperties(timeout).isAnswerTimeoutUsable()).isEqualTo(usable);
    }

    private static Properties properties(MockEnvironment settings, String url) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            DeadConnections connections = new DeadConnections();
            connections.setEnvironment(settings);
            connections.postProcessBeforeInitialization(pool, "dataSource");
            return pool.getDataSourceProperties();
        }
    }
}
