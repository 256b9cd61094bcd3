package io.mandate.identity.provider.web;

import static io.mandate.testing.Providers.begin;
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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes back from a provider counts only where everything about it is right. */
@ProviderTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedTokensTests {

    private static final String INVALID = "/sign-in?with=contoso&refused=INVALID";
    private static final String INTERRUPTED = "/sign-in?with=contoso&refused=INTERRUPTED";
    /** A notice of refusal, unlike the hidden one in which the page's script tells of passkeys. */
    private static final String REFUSAL = "role=\"alert\"(?! data-passkey-problem)";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Visitor visitor;
    private String address;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
        address = UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
    }

    private IdToken right(IdToken token) {
        return token.person(address, "Ann Arbor").with("roles", List.of("staff"));
    }

    private void assertRefused(HttpResponse<String> answer, String page) {
        assertThat(location(answer)).isEqualTo(page);
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
        assertThat(accounts.find(address)).isEmpty();
    }

    static Stream<Named<UnaryOperator<IdToken>>> wrong() {
        return Stream.of(
                Named.of("another nonce", token -> token.with("nonce", "another")),
                Named.of("no nonce", token -> token.with("nonce", null)),
                Named.of("another issuer", token -> token.with("iss", FakeProvider.started().issuer("house"))),
                Named.of("another audience", token -> token.with("aud", "somebody-else")),
                Named.of("several audiences without saying for whom", token -> token.with("aud", List.of("mandate", "somebody-else"))),
                Named.of("for somebody else among several", token -> token.with("aud", List.of("mandate", "somebody-else"))
                        .with("azp", "somebody-else")),
                Named.of("nobody", token -> token.with("sub", null)),
                Named.of("expired", token -> token.issued(Instant.now().minus(Duration.ofMinutes(10)))),
                Named.of("from the future", token -> token.issued(Instant.now().plus(Duration.ofMinutes(10)))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_token_that_is_wrong_signs_nobody_in(UnaryOperator<IdToken> wrong, CapturedOutput log) {
        var answer = signIn(visitor, "contoso", token -> wrong.apply(right(token)));

        assertRefused(answer, INVALID);
        assertThat(visitor.open(INVALID).body()).contains("What Contoso answered could not be accepted", "role=\"alert\"");
        assertThat(log).contains("A sign-in with the identity provider contoso was refused, INVALID").doesNotContain(address);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIGNED")
    void a_token_that_is_not_signed_by_the_issuer_signs_nobody_in(IdToken.Way way) {
        assertRefused(signIn(visitor, "contoso", token -> right(token).signed(way)), INVALID);
    }

    @Test
    void another_state_signs_nobody_in() {
        String away = begin(visitor, "contoso");
        String back = FakeProvider.started().signIn(away, right(FakeProvider.started().token(away, "ann")));

        assertRefused(visitor.open(back.replaceFirst("state=[^&]*", "state=another")), INTERRUPTED);
        assertRefused(visitor.open(back.replaceFirst("&state=[^&]*", "")), INTERRUPTED);
    }

    @Test
    void what_another_browser_began_signs_nobody_in() {
        String away = begin(new Visitor(port), "contoso");

        assertRefused(visitor.open(FakeProvider.started().signIn(away, right(FakeProvider.started().token(away, "ann")))), INTERRUPTED);
    }

    @Test
    void what_was_begun_with_one_provider_does_not_end_with_another() {
        String away = begin(visitor, "both");
        String back = FakeProvider.started().signIn(away, right(FakeProvider.started().token(away, "ann")).with("org", "con"));

        assertRefused(visitor.open(back.replace("/both/", "/contoso/")), INTERRUPTED);
    }

    @Test
    void the_same_answer_twice_signs_in_once() {
        String away = begin(visitor, "contoso");
        String back = FakeProvider.started().signIn(away, right(FakeProvider.started().token(away, "ann-" + address)));

        assertThat(location(visitor.open(back))).isEqualTo("/customers");
        assertThat(location(visitor.open(back))).isEqualTo(INTERRUPTED);
        assertThat(location(visitor.open(INTERRUPTED))).isEqualTo("/customers");
        assertThat(location(new Visitor(port).open(back))).isEqualTo(INTERRUPTED);
    }

    @Test
    void a_sign_in_begun_twice_ends_with_the_second() {
        String first = begin(visitor, "contoso");
        String second = begin(visitor, "contoso");

        assertRefused(visitor.open(FakeProvider.started().signIn(first, right(FakeProvider.started().token(first, "ann")))), INTERRUPTED);
        assertThat(location(visitor.open(FakeProvider.started().signIn(second,
                right(FakeProvider.started().token(second, "ann-" + address)))))).isEqualTo("/customers");
    }

    @Test
    void who_turns_back_at_the_provider_is_told_that_nothing_happened() {
        String back = FakeProvider.started().refuse(begin(visitor, "contoso"), "access_denied");

        assertRefused(visitor.open(back + "&error_description=%3Cscript%3E"), "/sign-in?with=contoso&refused=CANCELLED");
        assertThat(visitor.open("/sign-in?with=contoso&refused=CANCELLED").body()).contains("You did not sign in at Contoso");
    }

    @Test
    void what_a_provider_says_of_an_error_is_not_written_to_the_log(CapturedOutput log) {
        String back = FakeProvider.started().refuse(begin(visitor, "contoso"), "server_error");

        assertRefused(visitor.open(back.replace("server_error", "server_error%0AFAKE%20LINE")), INVALID);
        assertThat(log.getOut().lines()).noneMatch(line -> line.startsWith("FAKE"));
    }

    @Test
    void a_code_that_the_provider_does_not_know_signs_nobody_in() {
        String state = FakeProvider.asked(begin(visitor, "contoso")).get("state");

        assertRefused(visitor.open("/sign-in/with/contoso/done?code=guessed&state=" + state.replace("=", "%3D")), INVALID);
    }

    @Test
    void a_provider_that_is_down_is_named_and_the_rest_works() {
        assertThat(location(visitor.open("/sign-in/with/down"))).isEqualTo("/sign-in?with=down&refused=UNREACHABLE");
        assertThat(visitor.open("/sign-in?with=down&refused=UNREACHABLE").body()).contains("Down cannot be reached at the moment");
        assertThat(location(visitor.signIn(People.CARL, People.PASSWORD))).isEqualTo("/customers");
    }

    @Test
    void a_provider_that_is_not_in_the_settings_leads_nowhere() {
        assertThat(visitor.open("/sign-in/with/nobody").statusCode()).isEqualTo(404);
        assertThat(visitor.open("/sign-in?with=nobody&refused=INVALID").body()).doesNotContainPattern(REFUSAL);
        assertThat(visitor.open("/sign-in?with=contoso&refused=%3Cscript%3E").body()).doesNotContain("<script>")
                .doesNotContainPattern(REFUSAL);
    }
}
