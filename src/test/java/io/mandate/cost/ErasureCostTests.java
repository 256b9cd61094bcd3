package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount.Spent;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** What erasure costs, on PostgreSQL: of 100,000 relationships 1,000 are due, and each is found along an index. */
@MandateTest
@Import(StatementCount.class)
@TestPropertySource(properties = {"mandate.test.database=postgresql", "mandate.test.erasure=1d"})
class ErasureCostTests {

    private static final int MANY = 100_000;
    private static final int DUE = 1_000;
    private static final int BATCH = 20;
    private static final int MOST_STATEMENTS = 53;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired ManagementService management;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void batches_stay_within_their_bounds() throws IOException {
        // given
        Request original = declined();
        Instant closed = clock.instant();
        copies(original, MANY - DUE, closed.plus(Duration.ofDays(30)));
        whatHappened(original, copies(original, DUE, closed));
        jdbc.update("delete from search_word where relationship_id = ?", original.relationshipId());
        jdbc.update("update relationship set over_since = null where id = ?", original.relationshipId());
        jdbc.execute("analyze");
        ClockUtil.setCurrentTime(Date.from(closed.plus(Duration.ofDays(366))));

        // when
        List<Spent> batches = batches();

        // then
        Files.writeString(Path.of("target/erasure-cost-postgresql.txt"), batches.stream().map(ErasureCostTests::line).distinct().toList()
                + "\n" + String.join("\n", batches.get(0).statements()));
        assertThat(jdbc.queryForObject("select count(*) from request where erased_at is not null", Integer.class)).isEqualTo(DUE);
        assertThat(batches).hasSizeBetween(DUE / BATCH, 2 * DUE / BATCH + 1);
        assertThat(plan(batches.get(0))).contains("Index Scan using relationship_by_end").doesNotContain("Seq Scan");
        assertThat(batches).extracting(one -> one.statements().size()).allMatch(statements -> statements <= MOST_STATEMENTS);
        assertThat(batches).extracting(Spent::writingCommits).allMatch(commits -> commits <= 1);
    }

    /** Each batch is a job of its own. */
    private List<Spent> batches() {
        life.jobs().run(management.createJobQuery().processDefinitionKey("erasure").timers().singleResult().getId());
        List<Spent> batches = new ArrayList<>();
        for (Job batch = batch(); batch != null; batch = batch()) {
            count.take();
            life.jobs().run(batch.getId());
            batches.add(count.take());
        }
        return batches;
    }

    private Job batch() {
        return management.createJobQuery().processDefinitionKey("erasure").messages().singleResult();
    }

    private Request declined() {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.decline(customer, "No.");
        life.jobs().runDue();
        return request;
    }

    private String copies(Request original, int number, Instant overSince) {
        Object at = overSince.atOffset(ZoneOffset.UTC);
        String mark = overSince.toString();
        jdbc.update("insert into customer (id, cloud, identity, country) select gen_random_uuid(), 'global', n || '.' || ?, 'US'"
                + " from generate_series(1, ?) n", mark, number);
        jdbc.update("""
                insert into relationship (id, partner_id, customer_id, organisation, sort_name, status, last_request_id, changed_at, over_since)
                select gen_random_uuid(), r.partner_id, c.id, r.organisation, r.sort_name, r.status, gen_random_uuid(), r.changed_at, ?
                from relationship r, customer c where r.id = ? and c.identity like '%' || ?
                """, at, original.relationshipId(), mark);
        jdbc.update("""
                insert into request (id, relationship_id, kind, status, name, organisation, address, language, country,
                    asked, approved, without_permission, subject, text, sent_by, requester, requester_name, requester_language,
                    link_number, reminders_stopped, reason, opened_at, changed_at, sent_at, valid_until, closed_at)
                select r.last_request_id, r.id, q.kind, q.status, q.name, q.organisation, q.address, q.language, q.country,
                    q.asked, q.approved, q.without_permission, q.subject, q.text, q.sent_by, q.requester, q.requester_name,
                    q.requester_language, q.link_number, q.reminders_stopped, q.reason, q.opened_at, q.changed_at, q.sent_at,
                    q.valid_until, ?
                from request q, relationship r join customer c on c.id = r.customer_id where q.id = ? and c.identity like '%' || ?
                """, at, original.id(), mark);
        return mark;
    }

    /** Everything else that there is of the copies. */
    private void whatHappened(Request original, String mark) {
        for (String copy : List.of(
                "insert into timeline (relationship_id, request_id, happened_at, event, actor, detail)"
                        + " select r.id, r.last_request_id, o.happened_at, o.event, o.actor, o.detail from timeline o",
                "insert into search_word (relationship_id, partner_id, word) select r.id, o.partner_id, o.word from search_word o",
                "insert into mail (message_id, relationship_id, request_id, kind, recipient, language, status, attempts, first_at, last_at,"
                        + " detail) select gen_random_uuid(), r.id, r.last_request_id, o.kind, o.recipient, o.language, o.status, o.attempts,"
                        + " o.first_at, o.last_at, o.detail from mail o")) {
            jdbc.update(copy + ", relationship r join customer c on c.id = r.customer_id"
                    + " where o.relationship_id = ? and c.identity like '%' || ?", original.relationshipId(), mark);
        }
    }

    private String plan(Spent batch) {
        String sent = batch.statements().stream().filter(sql -> sql.contains("over_since <= ?")).findFirst().orElseThrow()
                .replace("over_since <= ?", "over_since <= timestamp with time zone '" + clock.instant().minus(Duration.ofDays(365)) + "'")
                .replace("limit ?", "limit " + BATCH);
        return String.join("\n", jdbc.queryForList("explain " + sent, String.class));
    }

    private static String line(Spent spent) {
        return spent.statements().size() + " statements (" + spent.ofTheEngine() + " of the engine), "
                + spent.writingCommits() + " commits";
    }
}
