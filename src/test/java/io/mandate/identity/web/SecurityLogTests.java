package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log says who signed in and out and what was refused, and nothing that was typed. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

    private static final String PAULA = People.PAULA.address().value();

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Visitor visitor;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
    }

    @Test
    void who_signs_in_and_out_is_logged(CapturedOutput log) {
        visitor.signIn(PAULA, People.PASSWORD);
        visitor.submit("/customers", "/sign-out", Map.of());

        assertThat(log).contains(PAULA + " signed in from 127.0.0.1, PARTNER_AGENT, by PASSWORD", PAULA + " signed out");
    }

    @Test
    void a_refused_sign_in_is_logged_without_what_was_typed(CapturedOutput log) {
        visitor.signIn("my-password-in-the-wrong-field", "another-secret");

        assertThat(log).contains("A sign-in from 127.0.0.1 was refused: BadCredentialsException")
                .doesNotContain("my-password-in-the-wrong-field", "another-secret");
    }

    @Test
    void what_is_refused_to_somebody_is_logged_by_its_place_only(CapturedOutput log) {
        visitor.signIn(PAULA, People.PASSWORD);

        assertThat(visitor.open("/accounts/acts?page=hidden-part").statusCode()).isEqualTo(403);
        visitor.forge("/password/hidden-part", Map.of());

        assertThat(log).contains(PAULA + " from 127.0.0.1 was refused GET /accounts: ", "was refused POST /password: ")
                .doesNotContain("hidden-part");
    }
}
