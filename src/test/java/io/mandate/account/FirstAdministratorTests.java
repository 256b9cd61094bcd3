package io.mandate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.identity.engine.SetUpLock;
import io.mandate.testing.AtOnce;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/** The process owner who is made at a start at which there is none, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

    private static final String PASSWORD = "kettle orbit violet damp";

    @Autowired Accounts accounts;
    @Autowired AccountActs acts;
    @Autowired PasswordEncoder encoder;
    @Autowired SetUpLock lock;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient jdbc;

    private String address;

    @BeforeEach
    void nobody() {
        TestMail.acceptAll();
        jdbc.sql("delete from account where role = 'PROCESS_OWNER'").update();
        address = "olga-" + UUID.randomUUID() + "@provider.example";
    }

    @Test
    void is_made_without_a_password_and_gets_the_link_by_mail_and_nowhere_else(CapturedOutput log) {
        start(address, "");

        assertThat(accounts.of(Role.PROCESS_OWNER)).singleElement().satisfies(one -> {
            assertThat(one.username()).isEqualTo(address);
            assertThat(one.passwordHash()).isEmpty();
            assertThat(one.language()).isEqualTo("de");
        });
        await().until(() -> TestMail.to(address).size() == 1);
        assertThat(TestMail.text(address, "Ihr Konto")).contains("Olga Olsen", "/password/");
        assertThat(log).contains("The first process owner was made").doesNotContain("/password/").doesNotContain(address);
    }

    @Test
    void is_made_with_the_password_that_is_given_and_gets_no_mail(CapturedOutput log) {
        start(address, PASSWORD);

        String hash = accounts.find(address).orElseThrow().passwordHash().orElseThrow();
        assertThat(encoder.matches(PASSWORD, hash)).isTrue();
        assertThat(TestMail.to(address)).isEmpty();
        assertThat(log).doesNotContain(PASSWORD);
        assertThat(jdbc.sql("select kind from account_act where about = ? and actor is null").param(address).query(String.class).list())
                .containsExactly("FIRST_ADDED");
    }

    @Test
    void is_not_made_where_there_is_a_process_owner() {
        accounts.add(Account.ofProcessOwner("other-" + address, "Other", "{noop}x", "en"));

        start(address, "");

        assertThat(accounts.find(address)).isEmpty();
    }

    @Test
    void is_made_where_the_only_one_is_locked() {
        accounts.add(Account.ofProcessOwner("other-" + address, "Other", "{noop}x", "en"));
        jdbc.sql("update account set locked_at = now() where username = ?").param("other-" + address).update();

        start(address, PASSWORD);

        assertThat(accounts.find(address)).isPresent();
    }

    @Test
    void never_takes_an_account_that_is_there(CapturedOutput log) {
        accounts.add(Account.ofAuditor(address, "Audrey", "{noop}x", "en"));

        start(address, PASSWORD);

        assertThat(accounts.find(address)).hasValueSatisfying(one -> {
            assertThat(one.role()).isEqualTo(Role.AUDITOR);
            assertThat(one.passwordHash()).contains("{noop}x");
        });
        assertThat(log).contains("has an account already");
    }

    @Test
    void nobody_named_is_said_clearly(CapturedOutput log) {
        start("", "");

        assertThat(log).contains("Nobody can manage accounts", "mandate.first-administrator.address");
    }

    @RepeatedTest(5)
    void two_nodes_that_start_at_once_make_one() throws Exception {
        AtOnce.refused(() -> start(address, ""), () -> start("two-" + address, ""));

        assertThat(accounts.of(Role.PROCESS_OWNER)).hasSize(1);
    }

    private boolean start(String who, String password) {
        new FirstAdministrator(new FirstAdministratorProperties(who, "Olga Olsen", "de", password), accounts, acts, encoder, lock, events)
                .run(null);
        return true;
    }
}
