package io.mandate.passkey.web;

import static io.mandate.testing.Lifecycle.AGREEMENT;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.passkey.PasskeyDemandTest;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Device;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a passkey is demanded, what gives rights away on the customer's own pages needs one, and what takes them away does not. */
@PasskeyDemandTest
class PasskeyConfirmationTests {

    @LocalServerPort int port;
    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Consents consents;
    @Autowired Passkeys passkeys;
    @Autowired JdbcClient jdbc;

    private final String address = Lifecycle.newAddress();
    private final PasskeyOwner owner = PasskeyOwner.ofCustomer(EmailAddress.of(address));
    private final Device device = new Device(PasskeyDemandTest.ORIGIN);
    private UUID customer;
    private String home;
    private String page;
    private Visitor ada;

    @BeforeEach
    void two_partners_one_of_them_with_the_permission(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        Request other = life.sent(FIONA, address);
        withPasskey(other);
        life.approve(life.token(address), address, List.of());
        Request request = life.sent(PAULA, address, MAIL);
        withPasskey(request);
        life.approve(life.token(address), address, List.of(new Consent.Choice(MAIL, "")));
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        home = "/organisation/" + customer;
        page = home + "/services/mail/move";
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
    }

    /** Proven by code, and by a passkey that is none of hers: the tests begin without one. */
    private void withPasskey(Request request) {
        life.proven(address);
        jdbc.sql("update proof set passkey_at = proven_at where request_id = :request").param("request", request.id()).update();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void a_move_is_confirmed_once_an_hour_and_the_typing_stays() {
        // given
        added();

        // when
        var asked = ada.submit(page, page, form());

        // then
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("Confirm with your passkey", "value=\"Welcome aboard\"", "action=\"" + page + "\"")
                .doesNotContain("You have no passkey yet");
        assertThat(permissions.find(customer, "mail").orElseThrow().holder()).isEqualTo("contoso");

        // and when: somebody else's
        Map<String, String> wrong = form();
        wrong.put("credential", new Device(PasskeyDemandTest.ORIGIN).get(options()));
        var refused = ada.submit(page, page, wrong);

        // then
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("could not be accepted", "value=\"Welcome aboard\"");

        // and when
        Map<String, String> confirmed = form();
        confirmed.put("credential", device.get(options()));

        // then
        assertThat(location(ada.submit(page, page, confirmed))).isEqualTo(home);
        assertThat(permissions.find(customer, "mail").orElseThrow().holder()).isEqualTo("fabrikam");
        assertThat(consents.find(permissions.find(customer, "mail").orElseThrow().requestId()).orElseThrow().proof())
                .isEqualTo(Consent.Proof.ACCOUNT_AND_PASSKEY);
        assertThat(name("Ben").statusCode()).isEqualTo(302);
        ClockUtil.offset(Duration.ofMinutes(61).toMillis());
        assertThat(name("Cleo").statusCode()).isEqualTo(403);
    }

    @Test
    void who_signed_in_with_a_passkey_needs_nothing_more() {
        // given
        added();
        ada = new Visitor(port);
        ada.submit("/sign-in", "/sign-in/passkey",
                Map.of("credential", device.get(ada.script("/sign-in", "/sign-in/passkey/options").body())));

        // then
        assertThat(location(ada.submit(page, page, form()))).isEqualTo(home);
    }

    @Test
    void who_has_none_is_asked_to_add_one_which_confirms_it_too() {
        assertThat(name("Ben").body()).contains("You have no passkey yet", "Add a passkey (in a new tab)", "value=\"Ben\"");

        // when
        String made = device.create(ada.script("/passkeys", "/passkeys/new/options").body());
        ada.submit("/passkeys", "/passkeys", Map.of("name", "Laptop", "credential", made));

        // then
        assertThat(name("Ben").statusCode()).isEqualTo(302);
    }

    @Test
    void what_takes_rights_away_needs_none() {
        String remove = home + "/services/mail/remove";

        assertThat(ada.submit(home, home + "/services/mail/extension", Map.of("shown", "", "wanted", "false")).body())
                .doesNotContain("Confirm with your passkey");
        assertThat(ada.submit(home, home + "/services/mail/extension", Map.of("shown", "", "wanted", "true")).body())
                .contains("Confirm with your passkey");
        String duty = home + "/partners/" + permissions.find(customer, "mail").orElseThrow().relationshipId() + "/duty";
        assertThat(ada.submit(duty, duty, Map.of("act", "decline")).body()).doesNotContain("Confirm with your passkey");
        assertThat(ada.submit(duty, duty, Map.of("act", "confirm")).body()).contains("Confirm with your passkey");
        Map<String, String> form = new HashMap<>(Map.of("note", "", "shown", shown(remove)));
        assertThat(location(ada.submit(remove, remove, form))).isEqualTo(home);
        assertThat(permissions.find(customer, "mail")).isEmpty();
    }

    @Test
    void who_has_one_changes_passkeys_only_with_it() {
        // given
        added();

        // then
        assertThat(ada.open("/passkeys").body()).contains("please sign in with one of them", "If you have lost all of them")
                .doesNotContain("Add passkey");
        assertThat(ada.script("/passkeys", "/passkeys/new/options").statusCode()).isEqualTo(403);
        assertThat(ada.submit("/passkeys", "/passkeys/remove", Map.of("id", device.id())).statusCode()).isEqualTo(403);
        assertThat(passkeys.of(owner)).hasSize(1);
    }

    private void added() {
        String challenge = Passkeys.newChallenge();
        passkeys.add(owner, challenge, device.create(passkeys.toAdd(owner, challenge)), "Laptop", Locale.ENGLISH);
    }

    private String options() {
        return ada.script(page, "/passkeys/confirm/options").body();
    }

    private HttpResponse<String> name(String who) {
        return ada.submit(home, home + "/administrators",
                Map.of("name", who, "address", who.toLowerCase(Locale.ROOT) + "@" + EmailAddress.of(address).domain()));
    }

    private String shown(String of) {
        Matcher shown = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(ada.open(of).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of("shown", shown(page), "partner", "fabrikam", "days", "30", "note", "Welcome aboard",
                "agreementAccepted", "true", "agreementVersion", AGREEMENT));
    }
}
