package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** Each rule is broken once, by one change to a catalog that is otherwise right. */
class CatalogRulesTests {

    private static final String RIGHT =
            """
            clouds:
              - id: home
                name: {en: Home, es: Casa, de: Heim}
                agreement: "1"
                markets: [DE]
            services:
              - id: mail
                name: {en: Mail, es: Correo, de: Post}
                description: {en: All mail, es: Todo, de: Alle Post}
                roles:
                  - id: reader
                    strength: 1
                    name: {en: Reader, es: Lector, de: Leserin}
                    description: {en: Reads, es: Lee, de: Liest}
                portals:
                  home: {admin: "https://a.example/{customer}", users: "https://a.example/u/{customer}", licences: "https://a.example/l?c={customer}"}
            """;

    @Test
    void a_catalog_that_keeps_every_rule_is_read() {
        assertThat(read(RIGHT).service("home", "mail")).isPresent();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock =
            """
            es: Casa,                        | ``                                  | clouds.home.name.es: is missing
            es: Casa                         | es: " "                             | clouds.home.name.es: is missing
            agreement: "1"                   | agreement: "../1"                   | clouds.home.agreement: must be a version such as "2026-10", but is "../1"
            agreement: "1"                   | withoutPermission: true             | clouds.home.agreement: must be a version such as "2026-10", but is missing
            markets: [DE]                    | markets: []                         | clouds.home.markets: must be "any" or a list of countries
            markets: [DE]                    | markets: [DE, Germany]              | clouds.home.markets: "Germany" is no ISO 3166 country code
            markets: [DE]                    | markets: [DE, any]                  | clouds.home.markets: "any" is no ISO 3166 country code
            - id: mail                       | - id: Mail_1                        | services: an id is lower-case words joined by hyphens, up to 40 characters, but one is "Mail_1"
            - id: reader                     | - id: a23456789-123456789-123456789-123456789-1 | services.mail.roles: an id is lower-case words joined by hyphens, up to 40 characters, but one is "a23456789-123456789-123456789-123456789-1"
            - id: reader                     | - id: ~                             | services.mail.roles: an id is lower-case words joined by hyphens, up to 40 characters, but one is missing
            - id: reader                     | - id: administer                    | services.mail.roles.administer: "administer" stands for any role and cannot be the id of one
            strength: 1                      | strength: 4                         | services.mail.roles.reader.strength: must be 1, 2 or 3, but is 4
            strength: 1                      | strength: 0                         | services.mail.roles.reader.strength: must be 1, 2 or 3, but is 0
            de: Leserin                      | ``                                  | services.mail.roles.reader.name.de: is missing
            en: Reads,                       | ``                                  | services.mail.roles.reader.description.en: is missing
            en: Mail,                        | ``                                  | services.mail.name.en: is missing
            de: Alle Post                    | ``                                  | services.mail.description.de: is missing
            home: {admin                     | away: {admin                        | services.mail.portals.away: there is no such cloud
            admin: "https://a.example/{customer}", | ``                            | services.mail.portals.home.admin: must be an address with {customer} in it, but is missing
            https://a.example/u/{customer}   | https://a.example/u                 | services.mail.portals.home.users: must be an address with {customer} in it, but is "https://a.example/u"
            https://a.example/u/{customer}   | http://a.example/u/{customer}       | services.mail.portals.home.users: must be an https address
            https://a.example/u/{customer}   | https://a.example/{user}/{customer} | services.mail.portals.home.users: must be an https address with no placeholder but {customer}
            https://a.example/l?c={customer} | https://{customer}.a.example/l      | services.mail.portals.home.licences: {customer} must not stand in the host
            https://a.example/l?c={customer} | https:///l?c={customer}             | services.mail.portals.home.licences: must be an https address
            """)
    void names_the_entry_and_what_is_wrong(String right, String wrong, String message) {
        assertThat(RIGHT).contains(right);

        assertThatThrownBy(() -> read(RIGHT.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("test.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://a.example/hook", "https://user@a.example/hook", "https:///hook", "mailto:a@a.example", "https://a.example/hook#now",
    })
    void an_endpoint_is_an_https_address(String address) {
        assertThatThrownBy(() -> read(withEndpoint("home", address)))
                .hasMessageContaining("services.mail.endpoints.home: must be an https address without user or fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/hook", "http://localhost:8080/hook", "http://127.0.0.1/hook", "http://[::1]/hook"})
    void an_endpoint_on_this_machine_may_do_without_tls(String address) {
        assertThat(read(withEndpoint("home", address)).services().get(0).endpoint("home")).hasToString("Optional[" + address + "]");
    }

    @Test
    void an_endpoint_stands_in_a_cloud_that_offers_the_service() {
        assertThatThrownBy(() -> read(withEndpoint("away", "https://a.example/hook")))
                .hasMessageContaining("services.mail.endpoints.away: the service is not offered in this cloud");
    }

    private static String withEndpoint(String cloud, String address) {
        return RIGHT.replace("    portals:", "    endpoints: {%s: \"%s\"}\n    portals:".formatted(cloud, address));
    }

    @Test
    void an_id_stands_once() {
        var twice = RIGHT.replace("services:", RIGHT.lines().skip(1).limit(4).collect(Collectors.joining("\n"))
                + "\nservices:");

        assertThatThrownBy(() -> read(twice)).hasMessageContaining("clouds.home: there is more than one");
    }

    @Test
    void an_empty_catalog_is_refused() {
        assertThatThrownBy(() -> read("{}"))
                .hasMessageContaining("clouds: must not be empty")
                .hasMessageContaining("services: must not be empty");
        assertThatThrownBy(() -> read("")).isInstanceOf(CatalogException.class);
    }

    @Test
    void a_service_without_roles_or_clouds_is_refused() {
        var bare = RIGHT.substring(0, RIGHT.indexOf("    roles:"));

        assertThatThrownBy(() -> read(bare))
                .hasMessageContaining("services.mail.roles: must not be empty")
                .hasMessageContaining("services.mail.portals: must name at least one cloud");
    }

    @Test
    void a_misspelt_key_is_named_with_its_place() {
        assertThatThrownBy(() -> read(RIGHT.replace("strength: 1", "strenght: 1")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("services[0].roles[0].strenght: ");
    }

    @Test
    void a_key_that_stands_twice_and_an_entry_without_content_are_refused() {
        assertThatThrownBy(() -> read(RIGHT.replace("strength: 1", "strength: 1\n        strength: 2")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("Duplicate field 'strength'");
        assertThatThrownBy(() -> read(RIGHT.replaceAll("home: \\{admin.*", "home:")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("portals");
    }

    @Test
    void what_is_no_yaml_is_refused() {
        assertThatThrownBy(() -> read("clouds: [")).isInstanceOf(CatalogException.class).hasMessageContaining("test.yaml");
    }

    @Test
    void all_problems_are_told_at_once() {
        var wrong = RIGHT.replace("strength: 1", "strength: 9").replace("markets: [DE]", "markets: [ZZ]");

        assertThatThrownBy(() -> read(wrong)).hasMessageContaining("\"ZZ\"").hasMessageContaining("but is 9");
    }

    private static Catalog read(String yaml) {
        return CatalogFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml"));
    }
}
