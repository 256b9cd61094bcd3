package io.mandate.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SignInPropertiesTests {

    private static final String PREFIX = "mandate.sign-in.providers.contoso.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    private final Map<String, String> right = new LinkedHashMap<>(Map.of(
            "label", "Contoso", "issuer", "https://id.contoso.example/realms/staff", "client-id", "mandate",
            "client-secret", "a-secret", "domains", "Contoso.example", "partner", "contoso",
            "role.claim", "roles", "role.values.[Mandate admins]", "PARTNER_ADMINISTRATOR"));

    private ApplicationContextRunner with(Map<String, String> settings) {
        List<String> all = new ArrayList<>();
        settings.forEach((name, value) -> all.add(PREFIX + name + "=" + value));
        return runner.withPropertyValues(all.toArray(String[]::new));
    }

    @Test
    void without_settings_there_is_no_provider() {
        runner.run(context -> assertThat(context.getBean(SignInProperties.class).providers()).isEmpty());
    }

    @Test
    void a_provider_has_what_it_needs_and_defaults_for_the_rest() {
        with(right).run(context -> {
            SignInProvider provider = context.getBean(SignInProperties.class).find("contoso").orElseThrow();

            assertThat(provider.scopes()).containsExactly("email", "profile");
            assertThat(provider.domains()).isEqualTo(Set.of("contoso.example"));
            assertThat(provider.role().values()).isEqualTo(Map.of("Mandate admins", Role.PARTNER_ADMINISTRATOR));
            assertThat(provider.fixed()).containsExactly(VouchedOrganisation.partner("contoso"));
            assertThat(provider.authoritative()).isFalse();
            assertThat(provider.signature()).isEqualTo("RS256");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "label, '', label",
        "issuer, '', issuer",
        "issuer, http://id.contoso.example, issuer",
        "issuer, https://id.contoso.example?realm=staff, issuer",
        "issuer, id.contoso.example, issuer",
        "client-id, '', client-id",
        "client-secret, '', client-secret",
        "domains, '', domains",
        "domains, 'contoso.example,münchen.example', domains",
        "partner, '', partner",
        "customer, northwind.example, organisation",
        "house, true, organisation",
        "role.claim, '', role.claim",
        "role.otherwise, PROCESS_OWNER, role.otherwise",
        "role.otherwise, CUSTOMER, role.otherwise",
        "role.values.owners, PROCESS_OWNER, role.values.owners",
        "role.values.support, SUPPORT, role.values.support",
        "organisation.partners.fab, fabrikam, organisation",
        "signature, none, signature",
        "signature, HS256, signature",
        "address-claim, '', address-claim",
    })
    void a_mistake_stops_the_start_by_the_name_of_the_setting(String name, String value, String named) {
        Map<String, String> wrong = new LinkedHashMap<>(right);
        wrong.put(name, value);

        with(wrong).run(context -> assertThat(context).getFailure().rootCause()
                .hasMessageContaining(PREFIX + named + ":").hasMessageNotContaining("a-secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "organisation.customers.nw, not a domain, organisation.customers",
        "organisation.claim, '', organisation.claim",
        "organisation.house, con, organisation",
        "domains, '', domains",
    })
    void a_mistake_about_several_organisations_stops_the_start(String name, String value, String named) {
        Map<String, String> wrong = new LinkedHashMap<>(right);
        wrong.put("partner", "");
        wrong.put("organisation.claim", "org");
        wrong.put("organisation.partners.con", "contoso");
        with(wrong).run(context -> assertThat(context).hasNotFailed());
        wrong.put(name, value);

        with(wrong).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(PREFIX + named + ":"));
    }

    @Test
    void a_customers_provider_needs_neither_roles_nor_domains() {
        right.keySet().removeIf(name -> name.startsWith("role") || name.equals("domains") || name.equals("partner"));
        right.put("customer", "Northwind.example");

        with(right).run(context -> assertThat(context.getBean(SignInProperties.class).find("contoso").orElseThrow().fixed())
                .containsExactly(VouchedOrganisation.customer("northwind.example")));
    }

    @Test
    void a_provider_on_this_machine_needs_no_https() {
        right.put("issuer", "http://localhost:8180/realms/mandate");

        with(right).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void an_id_is_plain() {
        runner.withPropertyValues("mandate.sign-in.providers.[Con Toso].label=Contoso").run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("mandate.sign-in.providers.Con Toso:"));
    }

    @Test
    void the_secret_is_not_written_to_a_log() {
        with(right).run(context -> assertThat(context.getBean(SignInProperties.class).toString()).doesNotContain("a-secret"));
    }

    @Configuration
    @EnableConfigurationProperties(SignInProperties.class)
    static class Settings {}
}
