package io.mandate.health;

import io.mandate.engine.JobBacklog.Backlog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What health consists of. However often probes come, each is looked at once in a while; what fails says only how. */
@Configuration(proxyBeanMethods = false)
class Components {

    private static final Duration DATABASE = Duration.ofSeconds(5);
    private static final Duration MAIL = Duration.ofSeconds(30);

    /** As long as a busy pool may keep a look waiting before the database counts as gone. */
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int SECONDS_TO_ANSWER = 2;

    private final LookUps lookUps;

    Components(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    @Bean
    HealthIndicator databaseHealthIndicator(DataSource database) {
        return every(DATABASE, () -> look(database));
    }

    /** Throws where the look has no result. */
    static Health look(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER) ? Health.up().build() : Health.down().build();
        } catch (SQLTransientConnectionException busy) {
            // With a cause, connections could not be made; without one, others are using all that there are: what is known holds.
            if (busy.getCause() == null) {
                throw new IllegalStateException(busy);
            }
            return down(busy);
        } catch (SQLException gone) {
            return down(gone);
        }
    }

    /** Signs in at the mail server, and sends nothing. */
    @Bean
    HealthIndicator mailHealthIndicator(JavaMailSenderImpl smtp) {
        return every(MAIL, () -> {
            try {
                smtp.testConnection();
                return Health.up().build();
            } catch (jakarta.mail.MessagingException trouble) {
                return down(trouble);
            }
        });
    }

    @Bean
    HealthIndicator jobsHealthIndicator(Workload workload, HealthProperties bounds) {
        return () -> workload.latest().map(backlog -> ofJobs(backlog, bounds)).orElseGet(Components::unknown);
    }

    private static Health ofJobs(Backlog backlog, HealthProperties bounds) {
        boolean trouble = backlog.late() > bounds.mostLate() || backlog.incidents() > bounds.mostIncidents();
        return (trouble ? Health.down() : Health.up())
                .withDetail("due", backlog.due())
                .withDetail("late", backlog.late())
                .withDetail("incidents", backlog.incidents())
                .build();
    }

    private HealthIndicator every(Duration fresh, Supplier<Health> look) {
        Latest<Health> latest = lookUps.every(fresh, fresh.plus(GRACE), look);
        return () -> latest.get().orElseGet(Components::unknown);
    }

    private static Health down(Exception trouble) {
        return Health.down().withDetail("error", trouble.getClass().getSimpleName()).build();
    }

    private static Health unknown() {
        return Health.down().withDetail("error", "no answer").build();
    }
}
