package io.mandate.bench.limit;

import com.zaxxer.hikari.HikariDataSource;
import io.mandate.bench.app.StatementTally;
import io.mandate.bench.app.StepEndpoints;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** An application of a web server, a pool of connections and a mail sender; nothing in it knows of processes. */
public final class LimitUnderTest {

    private static final int CONNECTIONS = 20;

    private LimitUnderTest() {}

    public static void main(String[] args) {
        new SpringApplication(Limit.class).run(args);
    }

    @EnableAutoConfiguration
    static final class Limit {

        @Bean
        static StatementTally statementTally() {
            return new StatementTally();
        }

        @Bean
        @Primary
        DataSource dataSource(DataSourceProperties properties) {
            return pool(properties, "");
        }

        /** For what may be lost, since it would only be done again: on PostgreSQL its commits do not wait for the disk. */
        @Bean
        DataSource lazyDataSource(DataSourceProperties properties) {
            return pool(properties, properties.getUrl().startsWith("jdbc:postgresql") ? "set synchronous_commit = off" : "");
        }

        @Bean
        RouterFunction<ServerResponse> benchEndpoints(DataSource durable, @Qualifier("lazyDataSource") DataSource lazy,
                JavaMailSender smtp, StatementTally tally) {
            return new StepEndpoints(new LimitSteps(new Sql(durable), new Outbox(new Sql(lazy), smtp)), tally).routes();
        }

        private static HikariDataSource pool(DataSourceProperties properties, String first) {
            HikariDataSource pool = properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setAutoCommit(false);
            if (!first.isEmpty()) {
                pool.setConnectionInitSql(first);
            }
            return pool;
        }
    }
}
