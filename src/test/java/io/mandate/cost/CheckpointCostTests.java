package io.mandate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.Checkpoints;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a checkpoint costs: the same few statements however many chains there are, or have grown. */
class CheckpointCostTests extends CostTest {

    private static final int CHAINS = 500;
    private static final int MOST_STATEMENTS = 7;
    private static final int MOST_STATEMENTS_WITHOUT_NEWS = 5;

    @Autowired StatementCount count;
    @Autowired Checkpoints checkpoints;
    @Autowired JdbcClient jdbc;

    @Override
    void count(String database) throws IOException {
        for (int i = 0; i < CHAINS; i++) {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into customer (id, cloud, identity, country) values (:id, 'global', :identity, 'US')")
                    .param("id", id).param("identity", id + ".example").update();
        }
        checkpoints.sign();
        jdbc.sql("update evidence_head set uncovered = true").update();
        jdbc.sql(database.equals("h2") ? "delete from evidence_covered" : "alter table evidence_covered disable trigger all").update();
        jdbc.sql("delete from evidence_covered").update();
        count.take();

        checkpoints.sign();
        StatementCount.Spent grown = count.take();
        checkpoints.sign();
        StatementCount.Spent nothing = count.take();

        Files.writeString(Path.of("target/checkpoint-cost-" + database + ".txt"), String.join("\n", grown.statements()) + "\n");
        assertThat(jdbc.sql("select count(*) from evidence_covered").query(Integer.class).single()).isGreaterThanOrEqualTo(CHAINS);
        assertThat(grown.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(nothing.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS_WITHOUT_NEWS);
        assertThat(grown.commits() + nothing.commits()).isEqualTo(2);
    }
}
