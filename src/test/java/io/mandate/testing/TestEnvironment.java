package io.mandate.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives each test context a database of its own and the tests' mail server. */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String LINK_SECRET = "a-secret-for-tests-of-at-least-32-characters";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("spring.datasource.url", environment.containsProperty("mandate.test.url")
                ? environment.getProperty("mandate.test.url")
                : url(environment.getProperty("mandate.test.database", "h2")));
        values.put("spring.datasource.username", "postgres");
        values.put("spring.datasource.password", environment.getProperty("mandate.test.database-password", "postgres"));
        // All contexts stay to the end: one that has nothing to do keeps one connection, or the last ones would find the server full.
        values.put("spring.datasource.hikari.minimum-idle", 1);
        values.put("spring.datasource.hikari.idle-timeout", 10_000);
        values.put("spring.mail.host", "127.0.0.1");
        values.put("spring.mail.port", TestMail.port());
        values.put("mandate.base-url", environment.getProperty("mandate.test.base-url", "http://mandate.example"));
        values.put("mandate.link.secrets", LINK_SECRET);
        values.put("mandate.evidence.signing-key", TestKeys.SIGNING);
        // The tests run jobs themselves, unless a class wants the engine's own workers.
        values.put("camunda.bpm.job-execution.enabled", environment.getProperty("mandate.test.workers", "false"));
        // A day that passes in a test starts no check of services, no look at terms, no erasure and no checkpoint, unless a class is about it.
        values.put("mandate.service-check.every", environment.getProperty("mandate.test.check", "0"));
        values.put("mandate.terms.every", environment.getProperty("mandate.test.terms", "0"));
        values.put("mandate.erasure.every", environment.getProperty("mandate.test.erasure", "0"));
        values.put("mandate.history.cleanup", environment.getProperty("mandate.test.history", "off"));
        values.put("mandate.evidence.checkpoint-every", environment.getProperty("mandate.test.checkpoint", "0"));
        // Passwords of service accounts, which is least to write, unless a class is about access tokens.
        values.put("mandate.machine.basic", environment.getProperty("mandate.test.basic", "true"));
        // Nothing happens in the background that a test does not ask for, nor spends statements that another one counts.
        values.put("mandate.nodes.seen-every", "1d");
        values.put("mandate.nodes.gone-after", "3d");
        // What was read of definitions is known until it changes here, so that statements are counted exactly.
        values.put("mandate.definitions.known", environment.getProperty("mandate.test.definitions-known", "1h"));
        values.put("mandate.partners.known", "1h");
        environment.getPropertySources().addFirst(new MapPropertySource("mandate tests", values));
        environment.getPropertySources().addLast(patience());
    }

    /**
     * Nobody is slowed down, not by a clock that was moved back either, and no session is too old after days that pass in a moment,
     * unless a class is about it.
     */
    static MapPropertySource patience() {
        Map<String, Object> values = new LinkedHashMap<>();
        Stream.of("everything", "sign-in", "mails", "codes", "answers", "decisions", "strangers")
                .forEach(limit -> values.put("mandate.limits." + limit, "1000000/1s"));
        values.put("mandate.edge.longest-session", "36500d");
        return new MapPropertySource("mandate tests' patience", values);
    }

    private static String url(String database) {
        return database.equals("postgresql")
                ? TestPostgres.newDatabase()
                : "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1";
    }
}
