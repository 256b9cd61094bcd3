package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that do not arrive: for good, or for now. */
class MailerTroubleTests {


    private static final String ADA = "ada@northwind.example";

    private TestMailServer server;
    private MailerFixture given;

    @BeforeEach
    void start() {
        server = TestMailServer.start();
        given = new MailerFixture(MailDatabase.h2(), server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class A_recipient_is_refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "550 5.1.1 No such user",
                    "550 No such user",
                    "551 User not local",
                    "553 5.1.3 Bad address",
                    "552 5.2.2 Mailbox full"
                })
        void when_the_mail_server_says_so_for_good(String reply) {
            server.refuse(ADA, reply);

            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation())))
                    .isInstanceOf(AddressRefusedException.class)
                    .hasMessageContaining(reply);
            assertThat(entry().status()).isEqualTo(MailStatus.REFUSED);
            assertThat(entry().detail()).contains(reply);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ada",
                    "@northwind.example",
                    "ada@",
                    "ada@north wind.example",
                    "ada@northwind.example\r\nBcc: eve@evil.example",
                    "ada@northwind.example,eve@evil.example",
                    "Ada <ada@northwind.example>",
                    "ädä@northwind.example",
                    "ada@-x.example",
                    "ada@[127.0.0.1]",
                    "\"a b\"@northwind.example"
                })
        void when_the_address_is_none(String address) {
            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to(address, MailerFixture.invitation())))
                    .isInstanceOf(AddressRefusedException.class);

            assertThat(entry().status()).isEqualTo(MailStatus.REFUSED);
            assertThat(server.received()).isEmpty();
        }

        @Test
        void even_if_what_was_typed_is_longer_than_any_address() {
            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to("a".repeat(5_000), MailerFixture.invitation())))
                    .isInstanceOf(AddressRefusedException.class);

            assertThat(entry().recipient()).isEqualTo("a".repeat(320));
        }
    }

    @Nested
    class Sending_fails_for_now {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "450 4.2.1 Mailbox busy",
                    "451 Greylisted",
                    "550 5.7.1 Relaying denied",
                    "530 5.7.0 Authentication required"
                })
        void when_the_mail_server_does_not_blame_the_address(String reply) {
            server.refuse(ADA, reply);

            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation())))
                    .isInstanceOf(MailFailedException.class)
                    .hasMessageContaining(reply);
            assertThat(entry().status()).isEqualTo(MailStatus.FAILED);
        }

        @Test
        void when_nobody_listens() {
            server.close();

            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation())))
                    .isInstanceOf(MailFailedException.class)
                    .hasMessageContaining("Connection refused");
            assertThat(entry().status()).isEqualTo(MailStatus.FAILED);
        }

        @Test
        void when_the_mail_server_stays_silent() throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                MailerFixture waiting = new MailerFixture(MailDatabase.h2(), silent.getLocalPort());

                assertThatThrownBy(() -> waiting.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation())))
                        .isInstanceOf(MailFailedException.class);
            }
        }

        @Test
        void and_neither_exception_nor_log_repeats_a_link_or_a_control_character() {
            server.refuse(ADA, "451 Content \u0007 looks like " + SampleMails.LINK);

            assertThatThrownBy(() -> given.mailer.send(MailerFixture.to(ADA, MailerFixture.invitation())))
                    .isInstanceOf(MailFailedException.class)
                    .hasNoCause()
                    .hasMessageEndingWith("looks like [link]");
            assertThat(entry().detail()).endsWith("Content   looks like [link]");
        }
    }

    private MailEntry entry() {
        List<MailEntry> entries = given.log.of(MailerFixture.REQUEST);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
