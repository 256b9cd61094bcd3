package io.mandate.engine.upgrade;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files the nodes have deployed last, apart from what people deploy while Mandate runs. */
@Component
class DeployedFiles {

    private final JdbcClient jdbc;

    DeployedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps every other node from coming, deploying and beginning to move instances until the transaction ends. */
    Optional<ModelFiles> lock() {
        return manifest("select coalesce(manifest, '') from deployed_files where id = 1 for update");
    }

    Optional<ModelFiles> read() {
        return manifest("select coalesce(manifest, '') from deployed_files where id = 1");
    }

    /** Their digest; nothing as long as nothing is deployed. */
    String digest() {
        return jdbc.sql("select coalesce(files, '') from deployed_files where id = 1").query(String.class).single().strip();
    }

    void set(ModelFiles files) {
        jdbc.sql("update deployed_files set files = :files, manifest = :manifest where id = 1")
                .param("files", files.digest()).param("manifest", files.manifest()).update();
    }

    private Optional<ModelFiles> manifest(String sql) {
        return Optional.of(jdbc.sql(sql).query(String.class).single()).filter(text -> !text.isEmpty()).map(ModelFiles::parse);
    }
}
