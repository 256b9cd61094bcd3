package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.terms.DueTerms;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount.Spent;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** What due terms cost, on PostgreSQL: of 20,000 permissions 200 are due, each is found along an index and told of once. */
@MandateTest
@Import(StatementCount.class)
@TestPropertySource(properties = {"mandate.test.database=postgresql", "mandate.test.terms=1h"})
class TermsCostTests {

    private static final int MANY = 20_000;
    private static final int DUE = 200;
    private static final int BATCH = 50;
    private static final int MOST_STATEMENTS_OF_A_PERMISSION = 5;
    private static final int MOST_STATEMENTS_OF_A_BATCH = 40;
    private static final int MOST_STATEMENTS_OF_A_NOTICE = 26;
    private static final int MOST_COMMITS = 1;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired DueTerms due;
    @Autowired Permissions permissions;
    @Autowired ManagementService management;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void batches_and_notices_stay_within_their_bounds() throws IOException {
        // given
        Permission original = granted();
        ClockUtil.setCurrentTime(Date.from(original.endsAt().minus(Duration.ofDays(29))));
        copies(original, MANY - DUE, Duration.ofDays(100));
        assertThat(due.act()).isFalse();
        life.jobs().runDue();
        copies(original, DUE, Duration.ofDays(-1));
        jdbc.execute("analyze");
        count.take();

        // when
        List<Spent> batches = batches();
        List<Spent> notices = notices(BATCH);

        // then
        Files.writeString(Path.of("target/terms-cost-postgresql.txt"), "batches " + batches.stream().map(TermsCostTests::line).toList()
                + "\nnotices " + notices.stream().map(TermsCostTests::line).distinct().toList());
        assertThat(batches).hasSize(DUE / BATCH + 1);
        assertThat(plan(batches.get(0))).contains("Index Scan using permission_by_due").doesNotContain("Seq Scan");
        assertThat(batches.subList(0, DUE / BATCH)).extracting(one -> one.statements().size())
                .allMatch(statements -> statements <= BATCH * MOST_STATEMENTS_OF_A_PERMISSION + MOST_STATEMENTS_OF_A_BATCH);
        assertThat(batches).extracting(Spent::writingCommits).allMatch(commits -> commits <= MOST_COMMITS);
        assertThat(notices).extracting(one -> one.statements().size()).allMatch(statements -> statements <= MOST_STATEMENTS_OF_A_NOTICE);
    }

    /** Each batch is a job of its own, which leaves as many notices to send as it has permissions. */
    private List<Spent> batches() {
        life.jobs().run(management.createJobQuery().processDefinitionKey("terms").timers().singleResult().getId());
        List<Spent> batches = new ArrayList<>();
        for (Job batch = batch(); batch != null; batch = batch()) {
            count.take();
            life.jobs().run(batch.getId());
            batches.add(count.take());
            assertThat(management.createJobQuery().processDefinitionKey("term-notice").count())
                    .isEqualTo(Math.min(DUE, batches.size() * BATCH));
        }
        return batches;
    }

    private Job batch() {
        return management.createJobQuery().processDefinitionKey("terms").messages().singleResult();
    }

    private Permission granted() {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    /** The mails of notices, each with the job that sends it. */
    private List<Spent> notices(int most) {
        List<Spent> spent = new ArrayList<>();
        for (Job job : management.createJobQuery().processDefinitionKey("term-notice").listPage(0, most)) {
            count.take();
            life.jobs().run(job.getId());
            spent.add(count.take());
        }
        return spent;
    }

    private void copies(Permission original, int number, Duration untilDue) {
        List<UUID> customers = Stream.generate(UUID::randomUUID).limit(number).toList();
        jdbc.batchUpdate("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US')",
                customers.stream().map(id -> new Object[] {id, id + ".example"}).toList());
        Object at = clock.instant().plus(untilDue).minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate("""
                insert into permission (customer_id, service, holder, relationship_id, request_id, roles, granted_at, ends_at,
                    next_due_at)
                select ?, service, holder, relationship_id, request_id, roles, granted_at, ends_at, ?
                from permission where customer_id = ?
                """, customers.stream().map(id -> new Object[] {id, at, original.customerId()}).toList());
    }

    private String plan(Spent batch) {
        String sent = batch.statements().stream().filter(sql -> sql.contains("skip locked")).findFirst().orElseThrow().replace("next_due_at <= ?", "next_due_at <= timestamp with time zone '"
                + clock.instant() + "'").replace("limit ?", "limit " + BATCH);
        return String.join("\n", jdbc.queryForList("explain " + sent, String.class));
    }

    private static String line(Spent spent) {
        return spent.statements().size() + " statements (" + spent.ofTheEngine() + " of the engine), "
                + spent.writingCommits() + " commits";
    }
}
