package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Columns;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MachineTest
class TokenNoticesTests {

    @Autowired TokenNotices notices;
    @Autowired TokenIssue issue;
    @Autowired AccessTokens tokens;
    @Autowired Accounts accounts;
    @Autowired Partners partners;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private String name;
    private UUID token;

    @BeforeEach
    void a_token_that_expires_in_eight_days() {
        People.join(partners, accounts);
        jdbc.sql("delete from access_token").update();
        name = "n-" + UUID.randomUUID();
        token = issue.issue(UUID.randomUUID(), new NewToken(name, List.of("mail"), EnumSet.allOf(Scope.class), 8), People.OLIVIA);
    }

    @AfterEach
    void accept() {
        TestMail.acceptAll();
    }

    @Test
    void who_issued_it_is_told_once_seven_days_before_it_expires() {
        notices.tell();
        assertThat(mails()).isZero();

        expiresIn(Duration.ofDays(7));
        notices.tell();
        notices.tell();

        assertThat(mails()).isEqualTo(1);
        assertThat(TestMail.text(People.OLIVIA, name)).contains(name, "- Mail", "http://mandate.example/tokens")
                .doesNotContain("mdt_");
    }

    @Test
    void of_one_that_was_revoked_or_is_over_nobody_is_told() {
        expiresIn(Duration.ofSeconds(-1));
        notices.tell();
        expiresIn(Duration.ofDays(1));
        tokens.revoke(token, People.OLIVIA);
        notices.tell();

        assertThat(mails()).isZero();
    }

    @Test
    void a_mail_that_failed_is_sent_later() {
        expiresIn(Duration.ofDays(1));
        TestMail.failFor(People.OLIVIA);
        notices.tell();
        TestMail.acceptAll();
        notices.tell();

        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void where_who_issued_it_is_no_process_owner_any_more_all_of_them_are_told() {
        expiresIn(Duration.ofDays(1));
        jdbc.sql("update access_token set issued_by = 'gone@mandate.example'").update();
        notices.tell();

        assertThat(mails()).isEqualTo(1);
    }

    private void expiresIn(Duration time) {
        jdbc.sql("update access_token set expires_at = ? where id = ?").params(Columns.at(clock.instant().plus(time)), token).update();
    }

    private long mails() {
        return TestMail.to(People.OLIVIA).stream().filter(mail -> TestMail.subject(mail).contains(name)).count();
    }
}
