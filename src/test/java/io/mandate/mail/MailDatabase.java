package io.mandate.mail;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database with nothing but the table of mails. */
final class MailDatabase {

    private MailDatabase() {}

    static DataSource h2() {
        return migrated(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));
    }

    static DataSource migrated(DataSource database) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__mail.sql")).execute(database);
        return database;
    }
}
