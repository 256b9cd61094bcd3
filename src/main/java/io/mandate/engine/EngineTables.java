package io.mandate.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the scripts in the engine's own jar, as the first migration, so that Flyway's lock
 * lets several nodes start on one empty database.
 *
 * <p>Two indexes are added that the engine's schema lacks: with many requests waiting, its job acquisition and the
 * deletion of a task scan whole tables without them.
 */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine tables";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String database = databaseName(connection.getMetaData().getDatabaseProductName());
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(connection, script(database, part));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create index MANDATE_JOB_DUE on ACT_RU_JOB (DUEDATE_)");
            statement.execute("create index MANDATE_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_)");
        }
    }

    /** The engine's script; in PostgreSQL mode H2 knows the type of its binary columns by the standard's name only. */
    private static Resource script(String database, String part) throws IOException {
        String sql = new ClassPathResource(SCRIPT.formatted(database, part)).getContentAsString(StandardCharsets.UTF_8);
        String portable = database.equals("h2") ? sql.replaceAll("(?i)\\bblob\\b", "binary large object") : sql;
        return new ByteArrayResource(portable.getBytes(StandardCharsets.UTF_8), database + " " + part);
    }

    private static String databaseName(String product) {
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgres";
            default -> throw new IllegalStateException(
                    "Mandate runs on H2 and PostgreSQL; spring.datasource.url leads to " + product);
        };
    }
}
