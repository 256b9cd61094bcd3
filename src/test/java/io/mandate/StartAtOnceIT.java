package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.PackagedJar.Started;
import io.mandate.testing.PackagedJar;
import io.mandate.testing.TestKeys;
import io.mandate.testing.TestPostgres;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes that start at the same instant on an empty PostgreSQL, and one that comes later: everything is there once. */
class StartAtOnceIT {

    private static final String OWNER = "olivia@mandate.example";
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir Path directory;

    private final String url = TestPostgres.newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    @Test
    void both_are_ready_and_what_a_start_makes_is_there_once() throws Exception {
        try (Started one = node(); Started other = node()) {
            int first = one.port();
            int second = other.port();

            assertThat(List.of(one.log(), other.log())).noneMatch(log -> log.contains("ERROR"));
            assertMadeOnce();
            Map<String, Long> before = rows();

            try (Started late = node()) {
                Visitor olivia = new Visitor(first, late.port(), second);
                assertThat(rows()).isEqualTo(before);
                assertThat(Visitor.location(olivia.signIn(OWNER, PASSWORD))).isEqualTo("/overview");
                assertThat(List.of(olivia.open("/overview"), olivia.open("/overview"))).extracting(page -> page.statusCode()).containsOnly(200);
            }
        }
    }

    private void assertMadeOnce() {
        assertThat(count("act_re_deployment")).as("deployment").isOne();
        assertThat(twice("act_re_procdef", "key_")).as("diagrams").isEmpty();
        assertThat(twice("act_re_decision_def", "key_")).as("tables").isEmpty();
        assertThat(twice("act_re_camformdef", "key_")).as("forms").isEmpty();
        assertThat(twice("act_ru_job", "process_def_key_")).as("schedules").isEmpty();
        assertThat(jdbc.sql("select process_def_key_ from act_ru_job where handler_type_ = 'timer-start-event' order by 1")
                .query(String.class).list()).containsExactly("checkpoint", "erasure", "service-check", "terms");
        assertThat(count("act_ru_filter")).as("filter").isOne();
        assertThat(twice("act_ru_authorization", "type_, coalesce(group_id_, '') || ' ' || coalesce(user_id_, ''), resource_type_, resource_id_"))
                .as("rights").isEmpty();
        assertThat(count("act_id_user")).as("the keeper of the set-up").isOne();
        assertThat(count("account")).as("first administrator").isOne();
        assertThat(count("account_act")).isOne();
        assertThat(jdbc.sql("select version from flyway_schema_history where not success").query(String.class).list()).isEmpty();
    }

    /** What no later start adds to, or makes anew. */
    private Map<String, Long> rows() {
        return Map.of("deployments", count("act_re_deployment"), "diagrams", count("act_re_procdef"), "files", count("act_ge_bytearray"),
                "schedules", count("act_ru_job"), "rights", count("act_ru_authorization"), "groups", count("act_id_group"),
                "filters", count("act_ru_filter"), "accounts", count("account"), "migrations", count("flyway_schema_history"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> twice(String table, String what) {
        return jdbc.sql("select min(id_) from " + table + " group by " + what + " having count(*) > 1").query(String.class).list();
    }

    private Started node() throws IOException {
        return PackagedJar.start(directory, "--mandate.base-url=http://127.0.0.1", "--server.port=0", "--spring.mail.host=127.0.0.1",
                "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "SPRING_DATASOURCE_PASSWORD=postgres",
                "MANDATE_LINK_SECRETS=0123456789-0123456789-0123456789", "MANDATE_EVIDENCE_SIGNING_KEY=" + TestKeys.SIGNING,
                "--mandate.first-administrator.address=" + OWNER, "--mandate.first-administrator.name=Olivia Owens",
                "MANDATE_FIRST_ADMINISTRATOR_PASSWORD=" + PASSWORD);
    }
}
