package io.mandate.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class ComponentsTests {

    private final LookUps lookUps = new LookUps();

    @AfterEach
    void end() {
        lookUps.destroy();
    }

    @Test
    void without_its_database_a_node_is_down_and_says_nothing_of_where_that_is() throws SQLException {
        DataSource gone = Mockito.mock(DataSource.class);
        Mockito.when(gone.getConnection()).thenThrow(new SQLException("no route to db.internal as mandate"));

        Health health = new Components(lookUps).databaseHealthIndicator(gone).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsExactly(java.util.Map.entry("error", "SQLException"));
    }

    @Test
    void a_pool_that_others_keep_busy_says_nothing_of_the_database() throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:busy");
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        try (pool; Connection taken = pool.getConnection()) {
            assertThatThrownBy(() -> Components.look(pool)).isInstanceOf(IllegalStateException.class);
            taken.close();

            assertThat(Components.look(pool).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void a_pool_that_cannot_connect_does() throws SQLException {
        DataSource pool = Mockito.mock(DataSource.class);
        Mockito.when(pool.getConnection()).thenThrow(new SQLTransientConnectionException("timed out", new SQLException("refused", "08001")));

        assertThat(Components.look(pool).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void without_a_mail_server_the_mail_is_down() {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(1);

        Health health = new Components(lookUps).mailHealthIndicator(smtp).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("error").toString()).doesNotContain("127.0.0.1");
    }
}
