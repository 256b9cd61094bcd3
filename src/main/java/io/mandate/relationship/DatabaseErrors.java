package io.mandate.relationship;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Names the databases' errors by their own codes: on H2 a row that somebody else holds for too long is then what it is on
 * PostgreSQL, a failure by concurrency, after which the whole transaction may be tried again.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseErrors {

    @Bean
    SQLExceptionTranslator databaseErrorCodes(DataSource database) {
        return new SQLErrorCodeSQLExceptionTranslator(database);
    }
}
