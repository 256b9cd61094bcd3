package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Columns;
import io.mandate.testing.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MachineTest
class AccessTokensTests {

    @Autowired TokenIssue issue;
    @Autowired AccessTokens tokens;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void those_that_are_over_for_long_are_forgotten_and_no_others() {
        Instant now = clock.instant();
        UUID live = issued();
        UUID expired = issued();
        UUID revoked = issued();
        UUID justRevoked = issued();
        jdbc.sql("update access_token set expires_at = ? where id = ?").params(Columns.at(now.minus(Duration.ofDays(31))), expired).update();
        jdbc.sql("update access_token set revoked_by = 'x', revoked_at = ? where id = ?")
                .params(Columns.at(now.minus(Duration.ofDays(31))), revoked).update();
        tokens.revoke(justRevoked, People.OLIVIA);

        tokens.forget(now.minus(Duration.ofDays(30)));

        assertThat(jdbc.sql("select id from access_token").query(UUID.class).list())
                .contains(live, justRevoked).doesNotContain(expired, revoked);
    }

    private UUID issued() {
        return issue.issue(UUID.randomUUID(), new NewToken("forgotten", List.of("mail"), EnumSet.allOf(Scope.class), 1), People.OLIVIA);
    }
}
