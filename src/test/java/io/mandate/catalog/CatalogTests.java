package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;

class CatalogTests {

    private final Catalog catalog = CatalogFile.read(new ClassPathResource("catalog.yaml"));

    @Test
    void the_packaged_catalog_has_the_three_separately_run_clouds() {
        assertThat(catalog.clouds()).extracting(Cloud::id).containsExactly("global", "us-government", "germany");
    }

    @Test
    void only_the_global_cloud_allows_a_relationship_without_permission() {
        assertThat(catalog.clouds()).filteredOn(Cloud::withoutPermission).extracting(Cloud::id).containsExactly("global");
    }

    @Test
    void each_cloud_serves_its_own_markets() {
        var global = catalog.cloud("global").orElseThrow();
        var government = catalog.cloud("us-government").orElseThrow();
        var germany = catalog.cloud("germany").orElseThrow();

        assertThat(global.serves("BR")).isTrue();
        assertThat(government.serves("US")).isTrue();
        assertThat(government.serves("DE")).isFalse();
        assertThat(germany.serves("DE")).isTrue();
        assertThat(germany.serves("ES")).isTrue();
        assertThat(germany.serves("CH")).isFalse();
    }

    @Test
    void what_is_no_country_is_served_nowhere() {
        assertThat(catalog.clouds()).noneMatch(cloud -> cloud.serves("any") || cloud.serves("XX") || cloud.serves(""));
    }

    @Test
    void the_countries_served_can_be_listed() {
        assertThat(catalog.cloud("us-government").orElseThrow().countries()).containsExactly("US");
        assertThat(catalog.cloud("global").orElseThrow().countries()).contains("DE", "MX", "US").isSorted();
    }

    @Test
    void a_cloud_lists_only_the_services_it_offers() {
        assertThat(catalog.services("global")).extracting(Service::id)
                .containsExactly("mail", "collaboration", "infrastructure");
        assertThat(catalog.services("germany")).extracting(Service::id).containsExactly("mail", "collaboration");
        assertThat(catalog.services("nowhere")).isEmpty();
    }

    @Test
    void a_service_that_a_cloud_does_not_offer_is_not_found_there() {
        assertThat(catalog.service("infrastructure")).isPresent();
        assertThat(catalog.service("germany", "infrastructure")).isEmpty();
        assertThat(catalog.service("global", "infrastructure")).isPresent();
        assertThat(catalog.service("global", "unknown")).isEmpty();
    }

    @Test
    void names_come_in_the_language_asked_for_and_otherwise_in_english() {
        var name = catalog.service("mail").orElseThrow().name();

        assertThat(name.in(Locale.forLanguageTag("de-AT"))).isEqualTo("E-Mail");
        assertThat(name.in(Locale.forLanguageTag("es"))).isEqualTo("Correo");
        assertThat(name.in(Locale.FRENCH)).isEqualTo("Mail");
    }

    @Test
    void roles_are_found_by_id() {
        var mail = catalog.service("mail").orElseThrow();

        assertThat(mail.role("mail-reader")).map(Role::strength).contains(1);
        assertThat(mail.role("infrastructure-owner")).isEmpty();
    }

    @Test
    void a_setting_names_another_catalog() {
        new ApplicationContextRunner()
                .withUserConfiguration(CatalogConfiguration.class, Properties.class)
                .withPropertyValues("mandate.catalog=classpath:no-such-catalog.yaml")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("no-such-catalog.yaml"));
    }

    @EnableConfigurationProperties(CatalogProperties.class)
    static class Properties {}
}
