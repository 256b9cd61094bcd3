package io.mandate.passkey.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.CARL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Device;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People sign in with a passkey, and nobody with anybody else's. */
@ServiceTest
@Import(Lifecycle.class)
class PasskeySignInTests {

    private static final String REFUSED = "/sign-in?passkey=refused";
    private static final PasskeyOwner STAFF = new PasskeyOwner(PasskeyOwner.Kind.STAFF, PAULA.address().value());

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Passkeys passkeys;
    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired JdbcClient jdbc;

    private final Device device = new Device(PasskeyPageTests.ORIGIN).counting(1);
    private Visitor visitor;

    @BeforeEach
    void paula_has_a_passkey() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        jdbc.sql("delete from passkey_user").update();
        jdbc.sql("update account set locked_at = null").update();
        added(STAFF, device);
        visitor = new Visitor(port);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void staff_sign_in_and_use_pages_and_tasklist() {
        var answer = enter(device.get(options()));

        assertThat(location(answer)).isEqualTo("/customers");
        assertThat(visitor.open("/customers").body()).contains("Paula Pérez");
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from account where username = :name and last_sign_in_at is not null")
                .param("name", STAFF.address()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void the_page_that_was_asked_for_follows_and_the_session_is_new() {
        visitor.open("/terms");
        String asked = options();

        assertThat(location(enter(device.get(asked)))).startsWith("/terms");
        // The challenge went with the session in which it was made.
        assertThat(visitor.open("/terms").statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("a foreign origin", (UnaryOperator<Device>) one -> one.at("https://mandate.example.evil.example")),
                Arguments.of("another site", (UnaryOperator<Device>) one -> one.forSite("evil.example")),
                Arguments.of("nobody verified", (UnaryOperator<Device>) one -> one.verifying(false)),
                Arguments.of("a counter that stands still", (UnaryOperator<Device>) one -> one.counting(1)),
                Arguments.of("a counter that is gone", (UnaryOperator<Device>) one -> one.counting(0)),
                Arguments.of("another user", (UnaryOperator<Device>) one -> one.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_device_that_lies_signs_nobody_in(String what, UnaryOperator<Device> lie) {
        assertThat(location(enter(lie.apply(device).get(options())))).isEqualTo(REFUSED);
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
        assertThat(visitor.open(REFUSED).body()).contains("This passkey does not sign you in");
    }

    @Test
    void the_counter_only_goes_forward() {
        // given
        enter(device.counting(7).get(options()));
        visitor = new Visitor(port);

        // then
        assertThat(location(enter(device.counting(7).get(options())))).isEqualTo(REFUSED);
        assertThat(location(enter(device.counting(6).get(options())))).isEqualTo(REFUSED);
        assertThat(location(enter(device.counting(8).get(options())))).isEqualTo("/customers");
    }

    @Test
    void a_challenge_counts_once_in_its_session_and_for_five_minutes() {
        // given
        String shown = device.get(options());
        visitor.submit("/sign-in", "/sign-in/passkey", Map.of("credential", "{}"));

        // then: used up by the failed one
        assertThat(location(enter(shown))).isEqualTo(REFUSED);

        // and: another session's
        String mine = device.get(options());
        Visitor thief = new Visitor(port);
        thief.script("/sign-in", "/sign-in/passkey/options");
        assertThat(location(thief.submit("/sign-in", "/sign-in/passkey", Map.of("credential", mine)))).isEqualTo(REFUSED);
        assertThat(location(new Visitor(port).submit("/sign-in", "/sign-in/passkey", Map.of("credential", mine)))).isEqualTo(REFUSED);

        // and: too late
        String late = device.get(options());
        ClockUtil.offset(Duration.ofMinutes(6).toMillis());
        assertThat(location(enter(late))).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"id\":7,\"rawId\":{},\"response\":[]}",
        "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":"
                + "{\"clientDataJSON\":\"YQ\",\"authenticatorData\":\"YQ\",\"signature\":\"YQ\"}}"})
    void garbage_signs_nobody_in(String json) {
        options();

        assertThat(location(enter(json))).isEqualTo(REFUSED);
    }

    @Test
    void what_is_huge_or_comes_from_another_site_signs_nobody_in() {
        // given
        String shown = device.get(options());

        // then
        assertThat(location(visitor.forge("/sign-in/passkey", Map.of("credential", shown)))).isEqualTo("/sign-in?expired");
        assertThat(visitor.forge("/sign-in/passkey/options", Map.of()).statusCode()).isEqualTo(403);
        assertThat(location(enter("{\"id\":\"" + "a".repeat(25_000) + "\"}"))).isEqualTo(REFUSED);
        assertThat(enter("a".repeat(3_000_000)).statusCode()).isIn(302, 403, 413);
        assertThat(location(visitor.open("/customers"))).isEqualTo("/sign-in");
    }

    @Test
    void who_is_locked_gone_or_of_a_provider_or_has_removed_it_stays_out() {
        // locked
        jdbc.sql("update account set locked_at = current_timestamp where username = :name").param("name", STAFF.address()).update();
        assertThat(location(enter(device.get(options())))).isEqualTo(REFUSED);

        // of a provider
        jdbc.sql("update account set locked_at = null, provider = 'corp', password_hash = null where username = :name")
                .param("name", STAFF.address()).update();
        assertThat(location(enter(device.get(options())))).isEqualTo(REFUSED);
        jdbc.sql("update account set provider = null, password_hash = :hash where username = :name")
                .param("hash", "{noop}" + People.PASSWORD).param("name", STAFF.address()).update();

        // removed
        passkeys.remove(STAFF, device.id(), Locale.ENGLISH);
        assertThat(location(enter(device.get(options())))).isEqualTo(REFUSED);

        // gone
        accounts.add(Account.ofSupport("gone@mandate.example", "Gone", "{noop}x", "en"));
        Device other = new Device(PasskeyPageTests.ORIGIN);
        added(new PasskeyOwner(PasskeyOwner.Kind.STAFF, "gone@mandate.example"), other);
        jdbc.sql("delete from account where username = 'gone@mandate.example'").update();
        assertThat(location(enter(other.get(options())))).isEqualTo(REFUSED);
        assertThat(jdbc.sql("select address from passkey_user").query(String.class).list()).containsExactly(STAFF.address());
    }

    @Test
    void a_customers_administrator_signs_in_until_removed_and_never_as_staff() {
        // given
        String address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        UUID customer = relationships.get(request.relationshipId()).customer().id();
        Device phone = new Device(PasskeyPageTests.ORIGIN);
        added(PasskeyOwner.ofCustomer(EmailAddress.of(address)), phone);
        // the same person has an account of support, too
        accounts.add(Account.ofSupport(address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));

        // when
        assertThat(location(enter(phone.get(options())))).isEqualTo("/organisation");

        // then
        assertThat(visitor.open("/organisation/" + customer).body()).contains("Contoso Cloud", "Your passkeys");
        assertThat(visitor.open("/support").statusCode()).isEqualTo(403);

        // and when
        visitor.submit("/organisation/" + customer, "/organisation/" + customer + "/administrators",
                Map.of("name", "Ben", "address", "ben@" + EmailAddress.of(address).domain()));
        visitor.submit("/organisation/" + customer, "/organisation/" + customer + "/administrators/remove", Map.of("address", address));

        // then
        visitor = new Visitor(port);
        assertThat(location(enter(phone.get(options())))).isEqualTo(REFUSED);
        assertThat(passkeys.of(PasskeyOwner.ofCustomer(EmailAddress.of(address)))).isEmpty();
    }

    @Test
    void the_button_is_there_for_scripts_only_and_the_other_ways_stay() {
        assertThat(visitor.open("/sign-in").body()).contains("Sign in with a passkey", "data-passkey-only", "/passkeys", "Mail me a link");
        assertThat(location(visitor.signIn(CARL, People.PASSWORD))).isEqualTo("/customers");
    }

    private void added(PasskeyOwner owner, Device to) {
        String challenge = Passkeys.newChallenge();
        passkeys.add(owner, challenge, to.create(passkeys.toAdd(owner, challenge)), "Phone", Locale.ENGLISH);
    }

    private String options() {
        return visitor.script("/sign-in", "/sign-in/passkey/options").body();
    }

    private HttpResponse<String> enter(String credential) {
        return visitor.submit("/sign-in", "/sign-in/passkey", Map.of("credential", credential));
    }
}
