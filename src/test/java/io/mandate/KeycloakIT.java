package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.identity.Role;
import io.mandate.testing.Keycloak;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.TestSocketUtils;

/** People sign in at a real Keycloak, in a real browser. Mandate starts first: nothing of it waits for a provider. */
@Tag("keycloak")
@ContextConfiguration(initializers = KeycloakIT.Settings.class)
class KeycloakIT extends Walk {

    private static final String PORT = "mandate.test.keycloak.port";

    @Autowired Environment environment;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Keycloak keycloak;

    static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String prefix = "mandate.sign-in.providers.keycloak.";
            int port = TestSocketUtils.findAvailableTcpPort();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(PORT, port);
            values.put(prefix + "label", "Our Keycloak");
            values.put(prefix + "issuer", Keycloak.issuer(port));
            values.put(prefix + "client-id", "mandate");
            values.put(prefix + "client-secret", "a-secret-of-this-client");
            values.put(prefix + "domains", "contoso.example,mandate.example");
            values.put(prefix + "organisation.claim", "groups");
            values.put(prefix + "organisation.partners.contoso", "contoso");
            values.put(prefix + "organisation.partners.fabrikam", "fabrikam");
            values.put(prefix + "organisation.customers.northwind", "northwind.example");
            values.put(prefix + "organisation.house", "house");
            values.put(prefix + "role.claim", "roles");
            values.put(prefix + "role.values.partner-agent", "PARTNER_AGENT");
            values.put(prefix + "role.values.partner-administrator", "PARTNER_ADMINISTRATOR");
            values.put(prefix + "role.values.process-owner", "PROCESS_OWNER");
            values.put(prefix + "role.values.auditor", "AUDITOR");
            values.put(prefix + "role.values.customer-administrator", "CUSTOMER");
            values.put(prefix + "role.otherwise", "CUSTOMER");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("keycloak", values));
        }
    }

    @BeforeAll
    void startKeycloak() throws IOException {
        try (Person early = person()) {
            begin(early.visit("/sign-in"));
            assertThat(early.look("provider-down").reads()).contains("Our Keycloak cannot be reached at the moment");
        }
        keycloak = new Keycloak(environment.getRequiredProperty(PORT, Integer.class), mandate.baseUrl().toString());
    }

    @AfterAll
    void stopKeycloak() throws InterruptedException {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static void begin(Person person) {
        person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Our Keycloak")).click();
    }

    /** From the page at hand, where the button is, to the page that follows. */
    private static Person through(Person person, String username) {
        begin(person);
        person.page().locator("#username").fill(username);
        person.page().locator("#password").fill("secret");
        person.page().locator("#kc-login").click();
        person.page().waitForURL(url -> !url.contains("/realms/"));
        return person;
    }

    private Person signIn(Person person, String username) {
        return through(person.visit("/sign-in"), username);
    }

    @Test
    void staff_of_a_partner_see_the_partners_customers() {
        try (Person ann = person()) {
            assertThat(ann.visit("/sign-in").look("provider-sign-in").reads()).contains("Sign in with Our Keycloak");

            signIn(ann, "ann");

            assertThat(ann.page().url()).endsWith("/customers");
            assertThat(ann.page().locator("header").innerText()).contains("Ann Arbor");
            ann.visit("/overview");
            assertThat(ann.page().url()).endsWith("/overview");
            assertThat(ann.reads()).doesNotContain("Relationships");
        }
    }

    @Test
    void a_process_owner_opens_cockpit_and_signs_out_at_both() {
        try (Person otto = person()) {
            signIn(otto, "otto");
            assertThat(otto.page().url()).endsWith("/overview");
            otto.visit("/camunda/app/cockpit/default/#/processes").page().getByText("invitation").first().waitFor();
            assertThat(keycloak.sessions("otto")).isEqualTo(1);

            otto.visit("/overview").page().locator("form[action$='/sign-out'] button").click();
            otto.page().waitForURL("**/sign-in?signedOut");

            assertThat(keycloak.sessions("otto")).isZero();
            otto.visit("/overview");
            assertThat(otto.page().url()).endsWith("/sign-in");
            begin(otto);
            otto.page().locator("#password").waitFor();
        }
    }

    @Test
    void who_is_signed_out_at_the_provider_is_signed_out_here() {
        try (Person otto = person()) {
            signIn(otto, "otto");

            keycloak.signOut("otto");

            otto.visit("/overview");
            assertThat(otto.page().url()).endsWith("/sign-in");
        }
    }

    @Test
    void an_auditor_reads_and_has_no_cockpit_of_an_owner() {
        try (Person arthur = person()) {
            signIn(arthur, "arthur");

            assertThat(arthur.page().url()).endsWith("/overview");
            assertThat(accounts.find("arthur@mandate.example").map(Account::role)).contains(Role.AUDITOR);
            assertThat(arthur.page().navigate(mandate.url("/camunda/app/admin/default/")).status()).isEqualTo(403);
        }
    }

    @Test
    void a_customer_approves_without_a_mailed_code() {
        try (Person paula = person(); Person nora = person()) {
            paula.signIn("paula@contoso.example").ask("Northwind Traders", "nora@northwind.example", "mail_reader").letMandateSend();
            nora.openMail("nora@northwind.example", "Contoso Cloud").followLink().look("provider-proof");
            String page = nora.page().url();

            through(nora, "nora");
            assertThat(nora.page().url()).isEqualTo(page + "#decide");
            assertThat(nora.look("provider-proven").reads()).contains("You are signed in at Our Keycloak as nora@northwind.example");
            nora.approve("Nora North").page().getByText("You approved the request").waitFor();

            paula.openCustomer("northwind.example");
            assertThat(paula.reads()).contains("signed in at the organisation’s own identity provider");
            assertThat(nora.visit("/organisation").reads()).contains("Contoso Cloud");
            assertThat(nora.visit("/inbox?to=nora@northwind.example").reads()).doesNotContain("code");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "walter, does not say that you belong to an organisation",
        "sneaky, gives you no role in Mandate",
        "carl, already belongs to another account here",
    })
    void who_is_not_what_the_settings_say_is_refused(String username, String words) {
        try (Person person = person()) {
            signIn(person, username);

            assertThat(person.page().url()).contains("/sign-in?with=keycloak&refused=");
            assertThat(person.look("provider-refused-" + username).reads()).contains(words, "Our Keycloak");
            person.visit("/customers");
            assertThat(person.page().url()).endsWith("/sign-in");
        }
    }

    @Test
    void a_locked_account_is_refused() {
        try (Person leo = person()) {
            signIn(leo, "leo");
            assertThat(leo.page().url()).endsWith("/customers");

            jdbc.sql("update account set locked_at = now() where username = 'leo@contoso.example'").update();

            leo.visit("/customers");
            assertThat(leo.page().url()).endsWith("/sign-in");
            begin(leo);
            leo.page().getByText("Your account is locked").waitFor();
        }
    }

    @Test
    void another_role_counts_at_the_next_sign_in() {
        try (Person rita = person()) {
            signIn(rita, "rita");
            assertThat(accounts.find("rita@contoso.example").map(Account::role)).contains(Role.PARTNER_AGENT);

            keycloak.changeRole("rita", "partner-agent", "partner-administrator");
            rita.page().locator("form[action$='/sign-out'] button").click();
            rita.page().waitForURL("**/sign-in?signedOut");
            signIn(rita, "rita");

            assertThat(accounts.find("rita@contoso.example").map(Account::role)).contains(Role.PARTNER_ADMINISTRATOR);
        }
    }
}
