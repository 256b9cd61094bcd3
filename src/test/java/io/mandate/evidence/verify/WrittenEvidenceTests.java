package io.mandate.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Checkpoints;
import io.mandate.evidence.EvidenceKeys;
import io.mandate.evidence.verify.Finding.What;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import io.mandate.evidence.verify.Verification.Report;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.WholeLife.Past;
import io.mandate.testing.WholeLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a relationship's whole life leaves behind is complete, and verifies; what is changed behind Mandate's back shows. */
@MandateTest
@Import(WholeLife.class)
class WrittenEvidenceTests {

    @Autowired WholeLife whole;
    @Autowired Timeline timeline;
    @Autowired Consents consents;
    @Autowired Checkpoints checkpoints;
    @Autowired EvidenceKeys keys;
    @Autowired DataSource source;
    @Autowired JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void every_act_of_the_history_has_its_entry_in_its_order_and_all_of_it_verifies() {
        // given
        Past past = whole.inForce(Lifecycle.newAddress(), mark);
        whole.end(past, "Ended" + mark);

        // when
        List<Map<String, Object>> entries = contents(past.relationship());

        // then
        List<String> acts = timeline.ofRelationship(past.relationship()).stream().filter(one -> one.event().isAct())
                .map(one -> one.event() + " " + one.requestId()).toList();
        assertThat(acts).hasSizeGreaterThan(8);
        assertThat(entries.stream().map(one -> one.get("kind") + " " + one.get("about"))
                .filter(one -> !one.startsWith("PERMISSION_GRANTED"))).containsExactlyElementsOf(acts);
        assertThat(entries).extracting(one -> one.get("kind")).containsOnlyOnce("PERMISSION_GRANTED", "APPROVED", "DECLINED");
        assertThat(contents(past.customer())).extracting(one -> one.get("kind"))
                .containsExactly("CUSTOMER_RECORDED", "ADMINISTRATOR_PROVEN", "ADMINISTRATOR_NAMED");
        assertThat(report().findings()).isEmpty();

        // and who was there, and how they proved it, without a name
        Map<String, Object> approved = entries.stream().filter(one -> one.get("kind").equals("APPROVED")).findFirst().orElseThrow();
        assertThat(approved.get("by")).isEqualTo(Map.of("side", "CUSTOMER", "proof", "CODE"));
        assertThat(entries.toString()).doesNotContain(past.words());
        assertThat(approved.get("facts").toString()).contains("mail", "agreement", "heldBy=NOBODY");
    }

    @Test
    void what_was_said_before_the_checkpoint_is_signed_and_verifies_after_it() {
        whole.inForce(Lifecycle.newAddress(), mark);
        checkpoints.sign();

        assertThat(report().findings()).isEmpty();
        assertThat(jdbc.sql("select count(*) from evidence_head where uncovered").query(Integer.class).single()).isZero();
    }

    @Test
    void a_consent_changed_in_the_record_shows() {
        Past past = whole.inForce(Lifecycle.newAddress(), mark);

        UUID request = past.approved().id();
        changed("update consent set agreement_version = '2099-01' where request_id = :id", request, What.RECORD_CHANGED);
        changed("update consent set chosen = replace(chosen, '\"days\":', '\"days\":1') where request_id = :id", request, What.RECORD_CHANGED);
        changed("update consent set chosen = 'x' where request_id = :id", request, What.RECORD_CHANGED);
        changed("update consent set name = 'Eve' where request_id = :id", request, What.RECORD_CHANGED);
        changed("update consent set shown = replace(shown, 'Contoso', 'Fabrikam') where request_id = :id", request, What.WORDS_CHANGED);
    }

    @Test
    void a_permission_that_nobody_gave_shows() {
        Past past = whole.inForce(Lifecycle.newAddress(), mark);

        changed("""
                update permission set holder = 'contoso', relationship_id = :id, request_id = :id, roles = 'mail-reader',
                    granted_at = current_timestamp, ends_at = timestamp with time zone '2099-01-01 00:00:00Z'
                where customer_id = (select customer_id from relationship where id = :id) and service = 'mail'
                """, past.relationship(), What.RECORD_CHANGED);
    }

    @Test
    void entries_changed_or_deleted_in_the_database_show() {
        Past past = whole.inForce(Lifecycle.newAddress(), mark);
        checkpoints.sign();
        UUID chain = past.relationship();

        changed("update evidence_entry set body = replace(body, 'APPROVED', 'REFUSED') where chain_id = :id", chain, What.CHANGED);
        changed("delete from evidence_entry where chain_id = :id and seq = 2", chain, What.REMOVED);
        changed("delete from evidence_entry where chain_id = :id and seq > 3", chain, What.TAIL_LOST);
        changed("delete from evidence_entry where chain_id = :id", chain, What.CHAIN_LOST);
        changed("delete from evidence_words where chain_id = :id", chain, What.WORDS_LOST);
        changed("update evidence_words set parts = 'x' where chain_id = :id", chain, What.WORDS_CHANGED);
        changed("update evidence_words set parts = replace(parts, 'Alma', 'Eve') where chain_id = :id", chain, What.WORDS_CHANGED);
    }

    /** Does it, sees that it is found and of which chain, and takes it back. */
    private void changed(String statement, UUID id, What expected) {
        Map<String, List<Map<String, Object>>> before = Map.of(
                "consent", rows("consent"), "permission", rows("permission"), "evidence_entry", rows("evidence_entry"),
                "evidence_words", rows("evidence_words"));
        assertThat(jdbc.sql(statement).param("id", id).update()).as(statement).isPositive();

        assertThat(report().findings()).as(statement).extracting(Finding::what).contains(expected);

        before.forEach(this::restore);
        assertThat(report().findings()).isEmpty();
    }

    private List<Map<String, Object>> rows(String table) {
        return jdbc.sql("select * from " + table).query().listOfRows();
    }

    private void restore(String table, List<Map<String, Object>> rows) {
        jdbc.sql("delete from " + table).update();
        rows.forEach(row -> {
            List<String> columns = new ArrayList<>(row.keySet());
            jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") values (:" + String.join(", :", columns) + ")")
                    .params(row).update();
        });
    }

    private List<Map<String, Object>> contents(UUID chain) {
        List<Map<String, Object>> contents = new ArrayList<>();
        each(one -> {
            if (one.id().equals(chain)) {
                one.entries().stream().map(StoredEntry::entry).forEach(entry -> contents.add(entry.content()));
            }
        });
        return contents;
    }

    private void each(Consumer<StoredChain> look) {
        new DatabaseLedger(source).pass(new LedgerVisitor() {
            @Override
            public void signing(StoredChain.End end) {}

            @Override
            public void checkpoint(Checkpoint one) {}

            @Override
            public void chain(StoredChain one) {
                look.accept(one);
            }
        });
    }

    private Report report() {
        Verification verification = new Verification(keys.all(), List.of());
        new DatabaseLedger(source).pass(verification);
        return verification.report();
    }

    /** Kept beside the events: a new one is an act unless it says otherwise. */
    @Test
    void only_what_mails_did_is_no_act() {
        assertThat(TimelineEvent.values()).filteredOn(event -> !event.isAct()).containsExactly(
                TimelineEvent.SENT, TimelineEvent.ADDRESS_REFUSED, TimelineEvent.REMINDED, TimelineEvent.PARTNER_NUDGED);
    }
}
