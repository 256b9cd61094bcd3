package io.mandate.identity.provider.web;

import static io.mandate.testing.Providers.signIn;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.FakeProvider;
import io.mandate.testing.IdToken;
import io.mandate.testing.People;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A provider tells whom it signed out. */
@ProviderTest
class SignedOutElsewhereTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Visitor visitor;
    private String subject;

    @BeforeEach
    void ann_is_signed_in() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
        subject = UUID.randomUUID().toString();
        signIn(visitor, "contoso", token -> token.with("sub", subject)
                .person(subject.substring(0, 8) + "@contoso.example", "Ann").with("roles", List.of("staff")));
        assertThat(visitor.open("/customers").statusCode()).isEqualTo(200);
    }

    private int tell(String provider, IdToken token) {
        return new Visitor(port).forge("/sign-in/with/" + provider + "/ended", Map.of("logout_token", token.written())).statusCode();
    }

    @Test
    void their_sessions_here_end() {
        assertThat(tell("contoso", FakeProvider.started().signedOut("contoso", subject))).isEqualTo(200);

        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
    }

    static Stream<Named<UnaryOperator<IdToken>>> wrong() {
        return Stream.of(
                Named.of("another issuer", token -> token.with("iss", FakeProvider.started().issuer("house"))),
                Named.of("another audience", token -> token.with("aud", "somebody-else")),
                Named.of("no event", token -> token.with("events", null)),
                Named.of("another event", token -> token.with("events", Map.of("another", Map.of()))),
                Named.of("nobody", token -> token.with("sub", null)),
                Named.of("a nonce, as an ID token has one", token -> token.with("nonce", "one")),
                Named.of("old", token -> token.issued(Instant.now().minus(Duration.ofMinutes(7)))),
                Named.of("old and without an end", token -> token.issued(Instant.now().minus(Duration.ofMinutes(7))).with("exp", null)),
                Named.of("from the future", token -> token.issued(Instant.now().plus(Duration.ofMinutes(7)))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_token_that_is_wrong_ends_nothing(UnaryOperator<IdToken> wrong) {
        assertThat(tell("contoso", wrong.apply(FakeProvider.started().signedOut("contoso", subject)))).isEqualTo(400);

        assertThat(visitor.open("/customers").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIGNED")
    void a_token_that_is_not_signed_by_the_issuer_ends_nothing(IdToken.Way way) {
        assertThat(tell("contoso", FakeProvider.started().signedOut("contoso", subject).signed(way))).isEqualTo(400);

        assertThat(visitor.open("/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void another_provider_ends_nothing() {
        assertThat(tell("house", FakeProvider.started().signedOut("house", subject))).isEqualTo(200);
        assertThat(tell("down", FakeProvider.started().signedOut("down", subject))).isEqualTo(400);
        assertThat(tell("unknown", FakeProvider.started().signedOut("contoso", subject))).isEqualTo(400);
        assertThat(new Visitor(port).forge("/sign-in/with/contoso/ended", Map.of()).statusCode()).isEqualTo(400);

        assertThat(visitor.open("/customers").statusCode()).isEqualTo(200);
    }
}
