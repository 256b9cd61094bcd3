package io.mandate.passkey.web;

import static io.mandate.testing.People.CARL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Device;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which people see, add and remove their passkeys. */
@ServiceTest
class PasskeyPageTests {

    static final String ORIGIN = "http://mandate.example";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private final Device device = new Device(ORIGIN);
    private Visitor paula;

    @BeforeEach
    void paula_signed_in() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        jdbc.sql("delete from passkey_user").update();
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void a_passkey_is_added_shown_told_by_mail_and_removed() {
        // when
        var added = add(device.create(options()), "  Laptop <b>\u0007 ");

        // then
        assertThat(location(added)).isEqualTo("/passkeys");
        assertThat(paula.open("/passkeys").body()).contains("The passkey “Laptop &lt;b&gt;” was added", "On one device only");
        assertThat(TestMail.text(PAULA.address().value(), "A passkey was added")).contains("Laptop <b>", ORIGIN + "/passkeys");

        // and when
        var removed = remove(paula, device.id());

        // then
        assertThat(location(removed)).isEqualTo("/passkeys");
        assertThat(paula.open("/passkeys").body()).contains("was removed", "You have no passkey yet");
        assertThat(TestMail.text(PAULA.address().value(), "A passkey of yours was removed")).contains("Laptop <b>");
        remove(paula, device.id());
        assertThat(paula.open("/passkeys").body()).contains("This passkey was removed before");
    }

    @Test
    void the_device_learns_a_random_handle_and_is_to_verify_its_user() {
        String options = options();
        device.create(options);

        assertThat(options).contains("\"userVerification\":\"required\"", "\"residentKey\":\"required\"", "\"id\":\"mandate.example\"");
        assertThat(device.handle()).hasSize(43).doesNotContain("paula");
        assertThat(options()).as("the same at each device of hers").contains(device.handle());
    }

    @Test
    void without_a_mail_about_it_nothing_is_added() {
        TestMail.failFor(PAULA.address().value());

        var answer = add(device.create(options()), "Laptop");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("so nothing was added", "value=\"Laptop\"");
        assertThat(count()).isZero();
    }

    @Test
    void adding_and_removing_need_a_recent_sign_in() {
        // given
        add(device.create(options()), "Laptop");
        String asked = options();
        ClockUtil.offset(Duration.ofMinutes(11).toMillis());

        // then
        assertThat(paula.open("/passkeys").body()).contains("more than ten minutes ago").doesNotContain("Add passkey");
        assertThat(paula.script("/passkeys", "/passkeys/new/options")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        });
        assertThat(add(new Device(ORIGIN).create(asked), "Other").statusCode()).isEqualTo(403);
        assertThat(remove(paula, device.id()).statusCode()).isEqualTo(403);
        assertThat(count()).isEqualTo(1);

        // and when
        assertThat(location(paula.submit("/passkeys", "/passkeys/again", Map.of()))).isEqualTo("/passkeys");

        // then
        assertThat(location(paula.open("/passkeys"))).isEqualTo("/sign-in");
        assertThat(location(paula.signIn(PAULA.address().value(), People.PASSWORD))).startsWith("/passkeys");
        assertThat(location(remove(paula, device.id()))).isEqualTo("/passkeys");
        assertThat(count()).isZero();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("a foreign origin", (UnaryOperator<Device>) one -> one.at("https://mandate.example.evil.example")),
                Arguments.of("another port", (UnaryOperator<Device>) one -> one.at("http://mandate.example:8080")),
                Arguments.of("another site", (UnaryOperator<Device>) one -> one.forSite("evil.example")),
                Arguments.of("nobody verified", (UnaryOperator<Device>) one -> one.verifying(false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void what_the_device_made_elsewhere_or_for_anybody_is_refused(String what, UnaryOperator<Device> lie) {
        var answer = add(lie.apply(device).create(options()), "Laptop");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("could not be accepted", "value=\"Laptop\"");
        assertThat(count()).isZero();
    }

    @Test
    void a_challenge_counts_once_and_for_five_minutes_and_in_its_session() {
        // given
        String asked = options();
        add(device.create(asked), "Laptop");

        // then
        assertThat(add(new Device(ORIGIN).create(asked), "Again").statusCode()).isEqualTo(422);

        // and when
        String late = options();
        ClockUtil.offset(Duration.ofMinutes(6).toMillis());

        // then
        assertThat(add(new Device(ORIGIN).create(late), "Late").statusCode()).isEqualTo(422);

        // and
        Visitor carl = Visitor.signedIn(port, CARL);
        assertThat(carl.submit("/passkeys", "/passkeys", Map.of("name", "Mine", "credential", new Device(ORIGIN).create(options())))
                .statusCode()).isEqualTo(422);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void one_passkey_is_one_persons() {
        // given
        add(device.create(options()), "Laptop");
        Visitor carl = Visitor.signedIn(port, CARL);

        // when
        var again = carl.submit("/passkeys", "/passkeys", Map.of(
                "name", "Mine", "credential", device.create(carl.script("/passkeys", "/passkeys/new/options").body())));
        remove(carl, device.id());

        // then
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(carl.open("/passkeys").body()).contains("You have no passkey yet");
        assertThat(paula.open("/passkeys").body()).contains("Laptop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "7", "{\"id\":\"x\",\"rawId\":7}", "{\"rawId\":\"!!\",\"response\":{}}",
        "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"YQ\",\"attestationObject\":\"YQ\"}}"})
    void garbage_is_refused(String json) {
        options();

        var answer = add(json, "Laptop");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("could not be accepted");
    }

    @ParameterizedTest
    @ValueSource(ints = {25_000, 3_000_000})
    void what_is_huge_is_refused(int length) {
        options();

        assertThat(add("{\"id\":\"" + "a".repeat(length) + "\"}", "Laptop").statusCode()).isIn(403, 413, 422);
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passkeys", "/passkeys/remove", "/passkeys/again", "/passkeys/new/options", "/passkeys/confirm/options"})
    void nothing_is_done_for_another_site(String path) {
        String made = device.create(options());

        assertThat(paula.forge(path, Map.of("name", "Laptop", "credential", made)).statusCode()).isEqualTo(403);
        assertThat(count()).isZero();
        assertThat(paula.open("/passkeys").statusCode()).isEqualTo(200);
    }

    @Test
    void ten_are_enough_and_each_has_a_name() {
        assertThat(add(device.create(options()), " ").body()).contains("Please enter a name of at most 60 characters");
        assertThat(add(device.create(options()), "x".repeat(61)).body()).contains("Please enter a name of at most 60 characters");
        for (int i = 0; i < 10; i++) {
            assertThat(add(new Device(ORIGIN).create(options()), "Passkey " + i).statusCode()).isEqualTo(302);
        }
        assertThat(add(device.create(options()), "One more").body()).contains("You have 10 passkeys already");
    }

    @Test
    void nobody_opens_it_without_signing_in() {
        Visitor nobody = new Visitor(port);

        assertThat(location(nobody.open("/passkeys"))).isEqualTo("/sign-in");
        assertThat(nobody.script("/sign-in", "/passkeys/new/options").statusCode()).isEqualTo(401);
    }

    private String options() {
        return paula.script("/passkeys", "/passkeys/new/options").body();
    }

    private HttpResponse<String> add(String credential, String name) {
        return paula.submit("/passkeys", "/passkeys", Map.of("name", name, "credential", credential));
    }

    private static HttpResponse<String> remove(Visitor visitor, String id) {
        return visitor.submit("/passkeys", "/passkeys/remove", Map.of("id", id));
    }

    private int count() {
        return jdbc.sql("select count(*) from user_credentials").query(Integer.class).single();
    }
}
