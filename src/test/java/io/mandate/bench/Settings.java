package io.mandate.bench;

import io.mandate.testing.TestKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the applications under test are started with: the same server, pool and mail for all, and what each needs besides. */
final class Settings {

    private Settings() {}

    /** Those of all. */
    static Map<String, String> common(Map<String, String> database, int mailPort) {
        Map<String, String> all = new LinkedHashMap<>(database);
        all.put("SERVER_PORT", "0");
        all.put("SERVER_ADDRESS", "127.0.0.1");
        all.put("SERVER_TOMCAT_CONNECTION_TIMEOUT", "10s");
        // No client is sent away in the middle.
        all.put("SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS", "-1");
        all.put("SERVER_TOMCAT_KEEP_ALIVE_TIMEOUT", "10m");
        all.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "20");
        all.put("SPRING_MAIL_HOST", "127.0.0.1");
        all.put("SPRING_MAIL_PORT", String.valueOf(mailPort));
        all.put("SPRING_MAIL_DEFAULT_ENCODING", "UTF-8");
        return all;
    }

    static Map<String, String> mandate(Map<String, String> database, int mailPort) {
        Map<String, String> all = common(database, mailPort);
        all.put("MANDATE_BASE_URL", "http://mandate.example");
        all.put("MANDATE_LINK_SECRETS", "a-secret-for-the-benchmark-of-at-least-32-characters");
        all.put("MANDATE_EVIDENCE_SIGNING_KEY", TestKeys.SIGNING);
        // Clients of the benchmark come from one address.
        Stream.of("everything", "sign-in", "mails", "codes", "answers", "decisions", "strangers")
                .forEach(limit -> all.put("MANDATE_LIMITS_" + limit.replace("-", "").toUpperCase(java.util.Locale.ROOT), "1000000/1m"));
        return all;
    }

    /** Those of an application that has none of Mandate's parts on its mind: what is not its own does not start by itself. */
    static Map<String, String> opponent(Map<String, String> database, int mailPort, String schema, boolean engine) {
        Map<String, String> all = common(database, mailPort);
        all.put("SPRING_SQL_INIT_MODE", "always");
        all.put("SPRING_SQL_INIT_SCHEMA_LOCATIONS", "classpath:bench/" + schema + ".sql");
        all.put("SPRING_FLYWAY_ENABLED", "false");
        all.put("SPRING_THYMELEAF_ENABLED", "false");
        all.put("SPRING_AUTOCONFIGURE_EXCLUDE", String.join(",", Stream.concat(Stream.of(
                "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.autoconfigure.session.SessionAutoConfiguration",
                "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"),
                engine ? Stream.of() : Stream.of("org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration")).toList()));
        return all;
    }
}
