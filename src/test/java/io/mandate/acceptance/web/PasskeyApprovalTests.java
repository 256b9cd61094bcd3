package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.passkey.PasskeyDemandTest;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Device;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The yes where a passkey is demanded beside the code. */
@PasskeyDemandTest
class PasskeyApprovalTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired Consents consents;
    @Autowired Relationships relationships;
    @Autowired Passkeys passkeys;
    @LocalServerPort int port;

    private final Device device = new Device(PasskeyDemandTest.ORIGIN);
    private CustomerBrowser browser;
    private String customer;
    private Request request;

    @BeforeEach
    void somebody_is_asked() {
        TestMail.acceptAll();
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void who_has_no_passkey_adds_one_right_there_and_approves() {
        // when
        browser.prove(customer);

        // then
        assertThat(browser.text()).contains("Now confirm with a passkey", "You have none yet", "Declining needs no passkey");
        assertThat(browser.html()).doesNotContain("id=\"approval\"");

        // and when
        submit(device.create(options()), "Laptop").approve(Map.of());

        // then
        assertThat(browser.text()).contains("You approved the request", "address proven with a mailed code, and a passkey");
        assertThat(consents.find(request.id()).orElseThrow().proof()).isEqualTo(Consent.Proof.CODE_AND_PASSKEY);
        assertThat(passkeys.of(owner())).extracting("name").containsExactly("Laptop");
        assertThat(TestMail.text(customer, "A passkey was added")).contains("Laptop");
    }

    @Test
    void who_has_one_uses_it_and_cannot_replace_it() {
        // given
        String challenge = Passkeys.newChallenge();
        passkeys.add(owner(), challenge, device.create(passkeys.toAdd(owner(), challenge)), "Laptop", browserLanguage());
        Device thiefs = new Device(PasskeyDemandTest.ORIGIN);

        // when
        browser.prove(customer);

        // then
        assertThat(browser.text()).contains("please use your passkey as well").doesNotContain("You have none yet");
        String asked = options();
        assertThat(asked).contains(device.id());
        submit(thiefs.create(passkeys.toAdd(owner(), Passkeys.newChallenge())), "Mine");
        assertThat(browser.status()).isEqualTo(422);
        submit(thiefs.get(options()), "");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(passkeys.of(owner())).hasSize(1);

        // and when
        submit(device.get(options()), "").approve(Map.of());

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void another_persons_passkey_does_not_do() {
        // given
        PasskeyOwner ben = PasskeyOwner.ofCustomer(EmailAddress.of("ben@" + EmailAddress.of(customer).domain()));
        for (PasskeyOwner one : new PasskeyOwner[] {ben, owner()}) {
            String challenge = Passkeys.newChallenge();
            Device of = one.equals(ben) ? device : new Device(PasskeyDemandTest.ORIGIN);
            passkeys.add(one, challenge, of.create(passkeys.toAdd(one, challenge)), "Laptop", browserLanguage());
        }

        // when
        browser.prove(customer);
        submit(device.get(options()), "");

        // then
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("could not be accepted", "another person’s passkey");
    }

    @Test
    void an_approval_without_it_is_refused_and_the_typing_stays() {
        // given
        browser.prove(customer);
        Map<String, String> typed = new HashMap<>(browser.fields("passkey"));
        typed.putAll(Map.of("name", "Ada <Admin>", "administrator", "true", "agreementAccepted", "true", "agreementVersion", "2026-10",
                "mail_approved", "true", "mail_administrator", "true", "mail_days", "77", "mail_holder", ""));

        // when
        browser.post(path() + "/approve", typed);

        // then
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("To approve, please use your passkey");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);

        // and when
        submit(device.create(options()), "Laptop");

        // then
        assertThat(browser.fields("approval")).containsEntry("name", "Ada <Admin>").containsEntry("mail_days", "77");
        assertThat(browser.approve(Map.of("name", "Ada Admin")).text()).contains("You approved the request");
        assertThat(requests.get(request.id()).approved().get(0).days()).isEqualTo(77);
    }

    @Test
    void declining_needs_none() {
        browser.prove(customer).submit("refusal", Map.of("decline_name", "Ada Admin", "decline_administrator", "true"));

        assertThat(browser.text()).contains("You declined");
        assertThat(consents.find(request.id()).orElseThrow().proof()).isEqualTo(Consent.Proof.CODE);
    }

    @Test
    void a_new_code_and_an_hour_need_the_passkey_again() {
        // given
        browser.prove(customer);
        submit(device.create(options()), "Laptop");
        Map<String, String> approval = browser.fields("approval");

        // when
        ClockUtil.offset(Duration.ofMinutes(61).toMillis());
        browser.post(path() + "/approve", approval);

        // then
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.submit("codeRequest").submit("proof", Map.of("code", TestMail.code(customer))).text())
                .contains("please use your passkey as well");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void tasklist_is_no_way_around_it(@Autowired Accounts accounts) {
        // given
        accounts.add(Account.ofCustomer(relationships.get(request.relationshipId()).customer().id(), customer, "Ada Admin",
                "{noop}" + People.PASSWORD, "en"));
        TasklistPerson ada = new TasklistPerson(port, customer);
        String task = ada.task();
        ada.claim(task);

        // when
        var yes = ada.complete(task, Map.of("decision", "approve", "agreementAccepted", true, "agreementVersion", "2026-10",
                "administrator", true, "mail_approved", true, "mail_administrator", true, "mail_reader", true, "mail_days", 365));

        // then
        assertThat(yes.statusCode()).isEqualTo(400);
        assertThat(yes.body()).contains("Approving needs a passkey here");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(ada.complete(task, Map.of("decision", "decline", "administrator", true, "reason", "No")).statusCode()).isLessThan(300);
    }

    private PasskeyOwner owner() {
        return PasskeyOwner.ofCustomer(EmailAddress.of(customer));
    }

    private static Locale browserLanguage() {
        return Locale.ENGLISH;
    }

    private String path() {
        return CustomerBrowser.path(TestMail.link(customer));
    }

    private String options() {
        return browser.script(path() + "/passkey/options", Map.of("_csrf", browser.fields("passkey").get("_csrf"))).body();
    }

    private CustomerBrowser submit(String credential, String name) {
        return browser.submit("passkey", Map.of("credential", credential, "passkey_name", name));
    }
}
