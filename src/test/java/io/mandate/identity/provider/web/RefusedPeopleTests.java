package io.mandate.identity.provider.web;

import static io.mandate.testing.Providers.begin;
import static io.mandate.testing.Providers.signIn;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.relationship.Partners;
import io.mandate.testing.IdToken;
import io.mandate.testing.People;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider vouches for what the settings say, and for nothing else. */
@ProviderTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedPeopleTests {

    private static final String ADDRESS = "ann.arbor@contoso.example";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
    }

    private static IdToken staff(IdToken token) {
        return token.person(ADDRESS, "Ann Arbor").with("roles", List.of("staff"));
    }

    private static Arguments refused(String provider, String reason, String words, UnaryOperator<IdToken> says) {
        return Arguments.of(provider, reason, words, says);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("contoso", "NO_ADDRESS", "does not say what your e-mail address is", token -> staff(token).with("email", null)),
                refused("contoso", "UNUSABLE_ADDRESS", "cannot use", token -> staff(token).with("email", "not an address")),
                refused("contoso", "UNUSABLE_ADDRESS", "cannot use", token -> staff(token).with("email", "ann!arbor@contoso.example")),
                refused("contoso", "ADDRESS_NOT_VERIFIED", "does not confirm", token -> staff(token).with("email_verified", false)),
                refused("contoso", "ADDRESS_NOT_VERIFIED", "does not confirm", token -> staff(token).with("email_verified", null)),
                refused("contoso", "FOREIGN_ADDRESS", "does not belong to your organisation",
                        token -> staff(token).with("email", "olivia@mandate.example")),
                refused("contoso", "FOREIGN_ADDRESS", "does not belong to your organisation",
                        token -> staff(token).with("email", "ann@sub.contoso.example")),
                refused("contoso", "NO_ROLE", "gives you no role", token -> staff(token).with("roles", null)),
                refused("contoso", "NO_ROLE", "gives you no role", token -> staff(token).with("roles", List.of("owner", "Staff"))),
                refused("contoso", "NO_ROLE", "gives you no role", token -> staff(token).with("roles", Map.of("staff", true))),
                refused("house", "NO_ROLE", "gives you no role", token -> token.person("ann@mandate.example", "Ann")
                        .with("realm_access", Map.of("roles", "staff"))),
                refused("both", "NO_ORGANISATION", "does not say that you belong", UnaryOperator.identity()),
                refused("both", "NO_ORGANISATION", "does not say that you belong", token -> token.with("org", "mandate")),
                refused("both", "NO_ORGANISATION", "does not say that you belong",
                        token -> token.person(ADDRESS, "Ann").with("org", "new")),
                refused("both", "SEVERAL_ORGANISATIONS", "several organisations", token -> token.with("org", List.of("con", "fab"))),
                refused("strict", "TOO_WEAK", "strong sign-in", token -> token.with("acr", "silver").with("amr", List.of("mfa"))),
                refused("strict", "TOO_WEAK", "strong sign-in", token -> token.with("acr", "gold").with("amr", List.of("pwd"))),
                refused("strict", "TOO_WEAK", "strong sign-in", UnaryOperator.identity()),
                refused("customers", "FOREIGN_ADDRESS", "does not belong to your organisation",
                        token -> token.person("ann@c29.fourthcoffee.example", "Ann").with("org", "c28")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void who_is_not_vouched_for_as_the_settings_say_is_told_what_to_do(
            String provider, String reason, String words, UnaryOperator<IdToken> says, CapturedOutput log) {
        Map<String, Object> before = accounts();

        var answer = signIn(visitor, provider, says);

        assertThat(location(answer)).isEqualTo("/sign-in?with=" + provider + "&refused=" + reason);
        assertThat(visitor.open(location(answer)).body()).contains(words).doesNotContain("Exception");
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
        assertThat(accounts()).isEqualTo(before);
        assertThat(log.getOut().lines().filter(line -> line.contains("was refused, " + reason)).toList()).hasSize(1)
                .noneMatch(line -> line.contains("@") || line.contains("Ann"));
    }

    @ParameterizedTest
    @CsvSource({"es, no confirma que su dirección", "de, bestätigt nicht"})
    void the_words_are_in_the_readers_language(String language, String words) {
        visitor.speaking(Locale.forLanguageTag(language));

        assertThat(visitor.open("/sign-in?with=contoso&refused=ADDRESS_NOT_VERIFIED").body()).contains(words);
    }

    @Test
    void every_reason_has_words_in_every_language() {
        for (var reason : Reason.values()) {
            for (String language : List.of("en", "es", "de")) {
                assertThat(new Visitor(port).speaking(Locale.forLanguageTag(language))
                        .open("/sign-in?with=contoso&refused=" + reason).body())
                        .contains("role=\"alert\"").doesNotContain("??", "{0}");
            }
        }
    }

    @Test
    void the_strong_sign_in_is_asked_for_and_taken() {
        String address = UUID.randomUUID().toString().substring(0, 8) + "@fabrikam.example";

        assertThat(begin(visitor, "strict")).contains("acr_values=gold");
        assertThat(location(signIn(visitor, "strict", token -> token.with("email", address).with("acr", "gold")
                .with("amr", List.of("pwd", "mfa"))))).isEqualTo("/customers");
        assertThat(accounts.find(address).map(Account::displayName)).contains(address);
    }

    @Test
    void the_address_of_a_local_account_is_not_taken_over() {
        Account before = accounts.find(People.CARL).orElseThrow();

        var answer = signIn(visitor, "contoso", token -> staff(token).with("email", "Carl@Contoso.example"));

        assertThat(location(answer)).isEqualTo("/sign-in?with=contoso&refused=ADDRESS_TAKEN");
        assertThat(visitor.open(location(answer)).body()).contains("already belongs to another account here");
        assertThat(accounts.find(People.CARL)).contains(before);
        assertThat(location(visitor.signIn(People.CARL, People.PASSWORD))).isEqualTo("/customers");
    }

    @Test
    void the_address_of_somebody_else_at_the_same_or_another_provider_is_not_taken_over() {
        String address = UUID.randomUUID().toString().substring(0, 8) + "@contoso.example";
        signIn(visitor, "contoso", token -> staff(token).with("email", address));
        Account before = accounts.find(address).orElseThrow();

        var same = signIn(new Visitor(port), "contoso", token -> staff(token).with("email", address));
        var other = signIn(new Visitor(port), "both", token -> token.person(address, "Eve").with("org", "fab"));

        assertThat(location(same)).isEqualTo("/sign-in?with=contoso&refused=ADDRESS_TAKEN");
        assertThat(location(other)).isEqualTo("/sign-in?with=both&refused=ADDRESS_TAKEN");
        assertThat(accounts.find(address)).contains(before);
    }

    @Test
    void a_new_address_that_is_somebody_elses_changes_nothing() {
        String subject = UUID.randomUUID().toString();
        String address = subject.substring(0, 8) + "@contoso.example";
        signIn(visitor, "contoso", token -> staff(token).with("sub", subject).with("email", address));
        Map<String, Object> before = accounts();

        var answer = signIn(new Visitor(port), "contoso",
                token -> staff(token).with("sub", subject).with("email", People.CARL).with("roles", "admins"));

        assertThat(location(answer)).isEqualTo("/sign-in?with=contoso&refused=ADDRESS_TAKEN");
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void a_locked_account_stays_locked() {
        String subject = UUID.randomUUID().toString();
        String address = subject.substring(0, 8) + "@contoso.example";
        UnaryOperator<IdToken> says = token -> staff(token).with("sub", subject).with("email", address);
        signIn(visitor, "contoso", says);
        jdbc.sql("update account set locked_at = now() where username = :name").param("name", address).update();

        var answer = signIn(new Visitor(port), "contoso", says);

        assertThat(location(answer)).isEqualTo("/sign-in?with=contoso&refused=LOCKED");
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
    }

    /** What there is of accounts, but for the times of signing in. */
    private Map<String, Object> accounts() {
        Map<String, Object> all = new TreeMap<>();
        jdbc.sql("select * from account").query().listOfRows().forEach(row -> {
            row.keySet().removeIf(column -> column.equalsIgnoreCase("last_sign_in_at"));
            all.put(String.valueOf(row.get("username")), row.toString());
        });
        return all;
    }
}
