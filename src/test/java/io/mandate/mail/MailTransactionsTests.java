package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailTransactionsTests {

    private static final String ADA = "ada@northwind.example";
    private static final Mail MAIL = MailerFixture.to(ADA, MailerFixture.invitation());

    @Nested
    class On_h2 extends OnAnyDatabase {

        @Override
        DataSource database() {
            return MailDatabase.h2();
        }
    }

    @Nested
    class On_postgresql extends OnAnyDatabase {

        private static EmbeddedPostgres postgres;

        @BeforeAll
        static void startPostgres() throws IOException {
            postgres = EmbeddedPostgres.start();
        }

        @AfterAll
        static void stopPostgres() throws IOException {
            postgres.close();
        }

        @Override
        DataSource database() {
            DataSource database = postgres.getPostgresDatabase();
            JdbcClient.create(database).sql("drop table if exists mail").update();
            return MailDatabase.migrated(database);
        }
    }

    abstract static class OnAnyDatabase {

        private TestMailServer server;
        private MailerFixture given;

        abstract DataSource database();

        @BeforeEach
        void start() {
            server = TestMailServer.start();
            given = new MailerFixture(
                    ProxyDataSourceBuilder.create(database()).countQuery().build(), server.port());
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @Test
        void an_ordinary_mail_costs_one_statement_in_the_callers_transaction() {
            QueryCountHolder.clear();

            given.transactions.executeWithoutResult(status -> given.mailer.send(MAIL));

            assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1);
            assertThat(entry().status()).isEqualTo(MailStatus.SENT);
        }

        @Test
        void a_mail_that_went_out_counts_as_sent_even_if_the_caller_rolls_back_and_repeats() {
            given.transactions.executeWithoutResult(status -> {
                given.mailer.send(MAIL);
                status.setRollbackOnly();
            });

            given.transactions.executeWithoutResult(status -> given.mailer.send(MAIL));

            assertThat(server.received()).hasSize(1);
            assertThat(entry()).returns(MailStatus.SENT, MailEntry::status).returns(1, MailEntry::attempts);
        }

        @Test
        void failures_are_counted_though_each_rolls_the_caller_back() {
            server.refuse(ADA, "451 Later");

            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> given.transactions.executeWithoutResult(status -> given.mailer.send(MAIL)))
                        .isInstanceOf(MailFailedException.class);
            }

            assertThat(entry()).returns(MailStatus.FAILED, MailEntry::status).returns(2, MailEntry::attempts);
        }

        @Test
        void a_caller_who_knows_what_to_do_about_a_refusal_can_still_commit() {
            server.refuse(ADA, "550 5.1.1 No such user");

            given.transactions.executeWithoutResult(
                    status -> assertThatThrownBy(() -> given.mailer.send(MAIL)).isInstanceOf(AddressRefusedException.class));

            assertThat(entry())
                    .returns(MailStatus.REFUSED, MailEntry::status)
                    .returns("550 5.1.1 No such user", MailEntry::detail);
        }

        @Test
        void a_refusal_is_kept_if_the_caller_rolls_back() {
            server.refuse(ADA, "550 5.1.1 No such user");

            assertThatThrownBy(() -> given.transactions.executeWithoutResult(status -> given.mailer.send(MAIL)))
                    .isInstanceOf(AddressRefusedException.class);

            assertThat(entry().status()).isEqualTo(MailStatus.REFUSED);
        }

        @Test
        void of_two_who_send_the_same_mail_at_once_one_sends_it() throws Exception {
            CountDownLatch claimed = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> given.transactions.executeWithoutResult(status -> {
                given.mailer.send(MAIL);
                claimed.countDown();
                await(mayCommit);
            }));
            await(claimed);

            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> given.mailer.send(MAIL));
            mayCommit.countDown();
            CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);

            assertThat(server.received()).hasSize(1);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private MailEntry entry() {
            List<MailEntry> entries = given.log.of(MailerFixture.REQUEST);
            assertThat(entries).hasSize(1);
            return entries.get(0);
        }
    }
}
