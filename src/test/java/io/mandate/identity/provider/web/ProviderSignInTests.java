package io.mandate.identity.provider.web;

import static io.mandate.testing.Providers.begin;
import static io.mandate.testing.Providers.signIn;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.relationship.Partners;
import io.mandate.testing.FakeProvider;
import io.mandate.testing.IdToken;
import io.mandate.testing.People;
import io.mandate.testing.ProviderTest;
import io.mandate.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People sign in with what their organisation already has. */
@ProviderTest
class ProviderSignInTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Visitor visitor;
    private String address;
    private String subject;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        visitor = new Visitor(port);
        subject = UUID.randomUUID().toString();
        address = subject.substring(0, 8) + "@contoso.example";
    }

    private UnaryOperator<IdToken> staff(String... roles) {
        return token -> token.with("sub", subject).person(address, "Ann Arbor").with("roles", List.of(roles));
    }

    @Test
    void the_page_offers_every_provider_before_the_form() {
        String page = visitor.open("/sign-in").body();

        assertThat(page).contains("Sign in with Contoso", "Sign in with The House", "href=\"/sign-in/with/contoso\"");
        assertThat(page.indexOf("Sign in with Contoso")).isLessThan(page.indexOf("id=\"password\""));
    }

    @Test
    void it_begins_with_state_nonce_and_a_challenge_and_leads_back_to_the_public_address() {
        Map<String, String> asked = FakeProvider.asked(begin(visitor, "contoso"));

        assertThat(asked).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://mandate.example/sign-in/with/contoso/done")
                .containsEntry("scope", "openid email profile").containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void whatever_host_a_request_names_it_leads_back_to_the_public_address() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in/with/contoso"))
                .header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Proto", "https").build();

        var away = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        assertThat(FakeProvider.asked(away.headers().firstValue("Location").orElseThrow()))
                .containsEntry("redirect_uri", "http://mandate.example/sign-in/with/contoso/done");
    }

    @Test
    void the_first_sign_in_makes_an_account_without_a_password() {
        var answer = signIn(visitor, "contoso", staff("staff", "something else"));

        assertThat(location(answer)).isEqualTo("/customers");
        assertThat(visitor.open("/customers").body()).contains("Ann Arbor");
        Account made = accounts.find(address).orElseThrow();
        assertThat(made.role()).isEqualTo(Role.PARTNER_AGENT);
        assertThat(made.partnerId()).contains("contoso");
        assertThat(made.provider()).contains("contoso");
        assertThat(made.passwordHash()).isEmpty();
        assertThat(location(new Visitor(port).signIn(address, ""))).isEqualTo("/sign-in?refused");
    }

    @ParameterizedTest
    @CsvSource({"owner, /overview, 200", "audit, /overview, 403", "help, /support, 403"})
    void people_of_the_house_get_what_their_role_opens(String role, String first, int setUp) {
        address = subject.substring(0, 8) + "@mandate.example";

        var answer = signIn(visitor, "house", token -> token.with("sub", subject).person(address, "Otto Owner")
                .with("realm_access", Map.of("roles", List.of("offline_access", role))));

        assertThat(location(answer)).isEqualTo(first);
        assertThat(visitor.open("/camunda/app/admin/default/").statusCode()).isEqualTo(setUp);
    }

    @Test
    void the_session_is_another_than_before() {
        String before = visitor.open("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();

        String after = signIn(visitor, "contoso", staff("staff")).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID=")).findFirst().orElseThrow();

        assertThat(after).contains("HttpOnly", "SameSite=Lax");
        assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
    }

    @Test
    void it_leads_to_the_page_that_was_asked_for_before() {
        visitor.open("/requests/new?again=7");

        assertThat(location(signIn(visitor, "contoso", staff("staff")))).isEqualTo("/requests/new?again=7");
    }

    @ParameterizedTest
    @CsvSource({"continue", "redirect", "redirect_uri", "returnTo", "next"})
    void no_address_that_somebody_else_gives_is_followed(String parameter) {
        String away = visitor.open("/sign-in/with/contoso?" + parameter + "=https://evil.example/").headers()
                .firstValue("Location").orElseThrow();
        String back = FakeProvider.started().signIn(away, staff("staff").apply(FakeProvider.started().token(away, subject)));

        assertThat(away).doesNotContain("evil.example");
        assertThat(location(visitor.open(back + "&" + parameter + "=https://evil.example/"))).isEqualTo("/customers");
    }

    @Test
    void another_role_counts_from_the_next_sign_in_and_ends_the_sessions_before() {
        signIn(visitor, "contoso", staff("staff"));
        Visitor elsewhere = new Visitor(port);

        signIn(elsewhere, "contoso", staff("staff", "admins"));

        assertThat(accounts.find(address).map(Account::role)).contains(Role.PARTNER_ADMINISTRATOR);
        assertThat(elsewhere.open("/customers").statusCode()).isEqualTo(200);
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
    }

    @Test
    void another_name_and_address_are_taken_over() {
        signIn(visitor, "contoso", staff("staff"));
        String before = address;
        jdbc.sql("insert into account_act (id, at, kind, about, role) values (:id, now(), 'UNLOCKED', :about, 'PARTNER_AGENT')")
                .param("id", UUID.randomUUID()).param("about", before).update();
        address = "new-" + before;

        signIn(visitor, "contoso", token -> staff("staff").apply(token).with("name", "  Ann\u202e \n Brown ").with("locale", "de-AT"));

        assertThat(accounts.find(before)).isEmpty();
        assertThat(accounts.find(address)).hasValueSatisfying(account -> {
            assertThat(account.displayName()).isEqualTo("Ann Brown");
            assertThat(account.language()).isEqualTo("de");
        });
    }

    @Test
    void another_organisation_is_taken_over() {
        signIn(visitor, "both", token -> token.with("sub", subject).person(address, "Ann").with("org", "con"));
        signIn(visitor, "both", token -> token.with("sub", subject).person(address, "Ann").with("org", List.of("fab", "x")));

        assertThat(accounts.find(address).map(Account::partnerId)).contains(Optional.of("fabrikam"));
    }

    @Test
    void signing_out_goes_on_at_the_provider_and_comes_back() {
        signIn(visitor, "contoso", staff("staff"));

        var out = visitor.submit("/customers", "/sign-out", Map.of());
        var ending = visitor.open(location(out));

        assertThat(location(out)).isEqualTo("/sign-in/ending");
        assertThat(ending.headers().firstValue("Refresh")).hasValueSatisfying(refresh -> assertThat(refresh)
                .startsWith("0;url=" + FakeProvider.started().issuer("contoso") + "/end?id_token_hint=ey")
                .endsWith("&client_id=mandate&post_logout_redirect_uri=http%3A%2F%2Fmandate.example%2Fsign-in%2Fended"));
        assertThat(ending.body()).contains("Sign out of Contoso");
        assertThat(location(visitor.open("/sign-in/ended"))).isEqualTo("/sign-in?signedOut");
        assertThat(location(visitor.open("/sign-in/ending"))).isEqualTo("/sign-in");
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
    }

    @Test
    void who_signed_in_with_a_password_signs_out_here_only() {
        visitor.signIn(People.CARL, People.PASSWORD);

        assertThat(location(visitor.submit("/customers", "/sign-out", Map.of()))).isEqualTo("/sign-in?signedOut");
    }
}
