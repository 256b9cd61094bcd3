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
    private static final String WITHOUT_CHAIN = """
            select count(*) from (select id from relationship union all select id from customer) one
            where not exists (select 1 from evidence_head where chain_id = one.id)
            """;

    @Autowired StatementCount count;
    @Autowired Checkpoints checkpoints;
    @Autowired JdbcClient jdbc;

    @Override
    void count(String database) throws IOException {
        for (int i = 0; i < CHAINS; i++) {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into customer (id, cloud, identity, country) values (:id, 'global', :identity, 'US')")
                    .param("id", id).param("identity", id + ".counted.example").update();
        }
        // Others left what has no chain yet, and a checkpoint begins some at a time.
        while (jdbc.sql(WITHOUT_CHAIN).query(Integer.class).single() > 0) {
            checkpoints.sign();
        }
        jdbc.sql("update evidence_head set uncovered = true where chain_id in "
                + "(select id from customer where identity like '%.counted.example')").update();
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
