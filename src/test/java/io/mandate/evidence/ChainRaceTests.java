package io.mandate.evidence;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.TermChanging;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** On PostgreSQL: two who act at the same moment both have their entry, one behind the other, and nobody changes it afterwards. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ChainRaceTests {

    private static final int ROUNDS = 10;

    @Autowired Lifecycle life;
    @Autowired Permissions permissions;
    @Autowired TermChanging changing;
    @Autowired TransactionTemplate transaction;
    @Autowired Checkpoints checkpoints;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private UUID relationship;

    @BeforeEach
    void two_permissions_are_held() {
        TestMail.acceptAll();
        String address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL, INFRASTRUCTURE);
        life.approve(address, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
        relationship = request.relationshipId();
    }

    @RepeatedTest(ROUNDS)
    void two_acts_on_one_relationship() throws Exception {
        List<Permission> held = permissions.heldBy(relationship, clock.instant());
        int before = entries().size();

        AtOnce.answers(() -> extending(held.get(0)), () -> extending(held.get(1)));

        assertThat(entries()).hasSize(before + 2);
        assertOneOrder();
    }

    @RepeatedTest(ROUNDS)
    void an_act_and_a_checkpoint() throws Exception {
        Permission held = permissions.heldBy(relationship, clock.instant()).get(0);

        AtOnce.answers(() -> extending(held), () -> checkpoints.sign());
        checkpoints.sign();

        assertOneOrder();
        assertThat(jdbc.sql("select max(seq) from evidence_covered where chain_id = :id").param("id", relationship)
                .query(Integer.class).single()).isEqualTo(entries().size());
    }

    @RepeatedTest(ROUNDS)
    void two_checkpoints() throws Exception {
        List<Boolean> signed = AtOnce.answers(checkpoints::sign, checkpoints::sign);

        assertThat(signed).containsExactly(false, false);
        List<Long> numbers = jdbc.sql("select number from evidence_checkpoint order by number").query(Long.class).list();
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
    }

    @Test
    void an_act_that_is_undone_leaves_no_entry() {
        List<Entry> before = entries();
        Permission held = permissions.heldBy(relationship, clock.instant()).get(0);

        transaction.executeWithoutResult(status -> {
            changing.extending(held, true, "Ada Admin");
            status.setRollbackOnly();
        });

        assertThat(entries()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update evidence_entry set body = 'x'", "delete from evidence_entry", "truncate evidence_entry",
        "update evidence_checkpoint set hash = 'x'", "delete from evidence_covered"
    })
    void the_database_refuses_to_change_or_delete_what_was_written(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is never changed or deleted");
    }

    private boolean extending(Permission held) {
        transaction.executeWithoutResult(status -> changing.extending(held, true, "Ada Admin"));
        return true;
    }

    private void assertOneOrder() {
        String previous = Digests.NONE;
        for (Entry entry : entries()) {
            assertThat(entry.content()).containsEntry("previous", previous);
            previous = entry.hash();
        }
        assertThat(jdbc.sql("select hash from evidence_head where chain_id = :id").param("id", relationship).query(String.class).single())
                .isEqualTo(previous);
    }

    private List<Entry> entries() {
        return jdbc.sql("select seq, body, hash from evidence_entry where chain_id = :id order by seq").param("id", relationship)
                .query((row, number) -> new Entry(relationship, row.getInt("seq"), row.getString("body"), row.getString("hash"))).list();
    }
}
