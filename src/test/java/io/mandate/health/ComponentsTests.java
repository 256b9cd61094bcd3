package io.mandate.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
    void without_a_mail_server_the_mail_is_down() {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(1);

        Health health = new Components(lookUps).mailHealthIndicator(smtp).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("error").toString()).doesNotContain("127.0.0.1");
    }
}
