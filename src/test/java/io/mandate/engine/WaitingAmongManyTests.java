package io.mandate.engine;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.invitation.InvitationProcess;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The one that is meant is found along the index of business keys, on H2, too, however many wait. */
@MandateTest
@Import(StatementCount.class)
@TestPropertySource(properties = "mandate.test.rows=waiting")
class WaitingAmongManyTests {

    private static final int MANY = 100;
    private static final int FEW = 10;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired JdbcTemplate jdbc;

    @Test
    void only_what_waits_for_its_relationship_is_looked_at() {
        // given
        for (int each = 0; each < MANY; each++) {
            life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        }
        Request waiting = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        jdbc.execute("analyze");
        count.take();
        life.reviewed(life.draft(PAULA, Lifecycle.newAddress(), MAIL), PAULA, SentBy.MANDATE);
        String statement = count.take().statements().stream()
                .filter(sql -> sql.contains("I.BUSINESS_KEY_ =")).findFirst().orElseThrow();

        // when
        String plan = jdbc.queryForObject("explain analyze " + statement, String.class, waiting.relationshipId().toString(),
                InvitationProcess.TASK_REVIEW_INVITATION, InvitationProcess.REQUEST, waiting.id().toString());

        // then
        assertThat(plan).contains("ACT_IDX_EXEC_BUSKEY");
        assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results()).isNotEmpty()
                .allSatisfy(scan -> assertThat(Integer.parseInt(scan.group(1))).as(plan).isLessThanOrEqualTo(FEW));
    }
}
