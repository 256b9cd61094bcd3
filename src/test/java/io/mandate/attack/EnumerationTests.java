package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.attack.Wire.Answer;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import io.mandate.testing.TestMail;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody finds out who has an account: the answers are alike in status, headers, body, and in what they cost. */
@ExposedTest
class EnumerationTests {

    @LocalServerPort int port;
    @Autowired StatementCount statements;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        People.join(partners, accounts);
    }

    private record Seen(int status, String location, String page, int statements) {}

    @Test
    void by_signing_in() {
        Seen known = signIn(People.PAULA.address().value());
        Seen unknown = signIn("nobody-" + UUID.randomUUID() + "@contoso.example");

        assertThat(known).isEqualTo(unknown);
        assertThat(known.location()).isEqualTo("/sign-in?refused");
    }

    @Test
    void by_asking_for_a_link() {
        String address = Lifecycle.newAddress();
        life.sent(People.PAULA, address, Lifecycle.MAIL);
        life.approve(address, Lifecycle.MAIL);

        Seen known = link(address);
        await().until(() -> TestMail.to(address).stream().anyMatch(mail -> TestMail.text(mail).contains("/sign-in/link/")));
        Seen unknown = link(Lifecycle.newAddress());

        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(known.page()).isEqualTo(unknown.page());
    }

    private Seen signIn(String name) {
        Stranger stranger = new Stranger(port);
        stranger.open("/sign-in");
        statements.take();
        Answer answer = stranger.submit("/sign-in", "/sign-in", Map.of("username", name, "password", "wrong"));
        int spent = statements.take().statements().size();
        return seen(stranger, answer, name, spent);
    }

    private Seen link(String address) {
        Stranger stranger = new Stranger(port);
        Answer answer = stranger.submit("/sign-in", "/sign-in/link", Map.of("username", address));
        return seen(stranger, answer, address, 0);
    }

    private static Seen seen(Stranger stranger, Answer answer, String name, int statements) {
        String page = stranger.open(answer.location()).body().replace(name, "…").replaceAll("name=\"_csrf\"[^>]*", "");
        return new Seen(answer.status(), answer.location(), page, statements);
    }
}
