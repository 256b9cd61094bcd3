package io.mandate.evidence;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL refuse to change or delete entries and checkpoints, so that no mistake of ours or of somebody at the database does.
 * Who owns the tables can take that away; that is what checkpoints are for. H2 has no triggers without code of its own, so there it is
 * left to the checkpoints alone.
 */
@Component
class AppendOnly implements JavaMigration {

    private static final List<String> TABLES = List.of("evidence_entry", "evidence_checkpoint", "evidence_covered");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("41");
    }

    @Override
    public String getDescription() {
        return "evidence is appended only";
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
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create function evidence_refuse() returns trigger language plpgsql as $$
                    begin
                        raise exception 'Evidence in % is never changed or deleted', tg_table_name;
                    end $$
                    """);
            for (String table : TABLES) {
                statement.execute("create trigger " + table + "_stays before update or delete or truncate on " + table
                        + " for each statement execute function evidence_refuse()");
            }
        }
    }
}
