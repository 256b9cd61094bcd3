package io.mandate.session.web;

import io.mandate.LinkProperties;
import io.mandate.MandateProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions as Spring Session keeps them in the database, by the statements that both databases understand under requests at the
 * same time, with values that can neither be read nor made up there.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    /** The latest of two values that are set at the same moment counts; one for a session that has just ended is left out. */
    private static final Map<DatabaseDriver, String> SET_ATTRIBUTE = Map.of(
            DatabaseDriver.POSTGRESQL, """
                    insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                    select s.primary_id, g.name, g.bytes
                    from (values (cast(? as varchar), cast(? as varchar), cast(? as bytea))) g (id, name, bytes)
                        join spring_session s on s.primary_id = g.id
                    on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
                    """,
            DatabaseDriver.H2, """
                    merge into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                    key (session_primary_id, attribute_name)
                    select s.primary_id, g.name, g.bytes
                    from (values (cast(? as varchar), cast(? as varchar), cast(? as bytea))) g (id, name, bytes)
                        join spring_session s on s.primary_id = g.id
                    """);

    @Bean
    JdbcIndexedSessionRepository storedSessions(
            JdbcOperations jdbc, DataSource database, PlatformTransactionManager transactions, ServerProperties server,
            SessionValues values) throws MetaDataAccessException {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository stored = new JdbcIndexedSessionRepository(jdbc, own);
        stored.setDefaultMaxInactiveInterval(idle(server));
        stored.setCreateSessionAttributeQuery(SET_ATTRIBUTE.get(DatabaseDriver.fromProductName(
                JdbcUtils.<String>extractDatabaseMetaData(database, about -> about.getDatabaseProductName()))));
        stored.setCleanupCron(Scheduled.CRON_DISABLED);
        // Nobody looks for sessions by person, and names are longer than the column.
        stored.setIndexResolver(session -> Map.of());
        stored.setConversionService(converting(values));
        return stored;
    }

    /** What the web sees of them. */
    @Bean
    @Primary
    KeptSessions<?> sessionRepository(JdbcIndexedSessionRepository storedSessions, Clock clock) {
        return new KeptSessions<>(storedSessions, clock);
    }

    @Bean
    CookieSerializer sessionCookie(MandateProperties mandate, LinkProperties secrets) {
        return new SessionCookie(mandate.isSecure(), secrets);
    }

    private static Duration idle(ServerProperties server) {
        return server.getServlet().getSession().getTimeout();
    }

    private static GenericConversionService converting(SessionValues values) {
        GenericConversionService service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, values::write);
        service.addConverter(byte[].class, Object.class, values::read);
        return service;
    }
}
