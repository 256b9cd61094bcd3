package io.mandate.invitation.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.request.web.PartnerPages;
import io.mandate.request.web.RequestPagesTest;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for a relationship. */
class NewRequestTests extends RequestPagesTest {

    @Nested
    class The_form {

        @Test
        void offers_the_clouds_and_countries_in_which_the_partner_is_active() {
            String page = paula.open("/requests/new").body();

            assertThat(page).contains("value=\"US\"", "value=\"ES\"", "value=\"DE\"").doesNotContain("value=\"FR\"");
            assertThat(words(page)).contains("Global cloud Germany, Spain, United States", "Germany cloud Germany");
        }

        @Test
        void names_countries_in_the_language_of_the_page() {
            PartnerPages deutsch = new PartnerPages(
                    Visitor.signedIn(port, People.PAULA.address().value()).speaking(Locale.GERMAN));

            assertThat(words(deutsch.open("/requests/new").body()))
                    .contains("Deutschland, Spanien, Vereinigte Staaten", "Beziehung anfragen");
        }

        @Test
        void has_the_roles_in_plain_words_and_a_term_for_each_service() {
            String page = paula.open("/requests/new").body();

            assertThat(words(page)).contains("Mail settings reader Sees settings, usage and delivery reports.");
            assertThat(value(page, "mail_days")).isEqualTo("365");
        }

        @Test
        void is_filled_from_an_old_request_without_its_name() {
            // given
            Map<String, String> old = fields(customer);
            old.put("name", "Renewal " + customer);
            old.put("language", "es");
            old.put("mail_days", "30");
            String request = location(paula.request(old)).replace("/draft", "");

            // when
            String page = paula.open("/requests/new?again=" + request.replace("/requests/", "")).body();

            // then
            assertThat(value(page, "organisation")).isEqualTo("Northwind Traders");
            assertThat(value(page, "address")).isEqualTo(customer);
            assertThat(value(page, "name")).isEmpty();
            assertThat(value(page, "mail_days")).isEqualTo("30");
            assertThat(page).containsPattern("<option value=\"es\" selected").containsPattern("name=\"mail_reader\"[^>]*checked");
            assertThat(words(page)).contains("This is filled in from the earlier request.");
        }

        @Test
        void is_filled_with_the_facts_of_a_known_customer() {
            // given
            String request = paula.requested(customer);
            String relationship = paula.open(request).body().replaceAll("(?s).*href=\"/customers/([0-9a-f-]{36})\".*", "$1");

            // when
            String page = paula.open("/requests/new?customer=" + relationship).body();

            // then
            assertThat(value(page, "address")).isEqualTo(customer);
            assertThat(page).containsPattern("<option value=\"US\" selected").doesNotContainPattern("name=\"mail_reader\"[^>]*checked");
        }

        @Test
        void tells_nothing_of_other_partners_customers() {
            String request = paula.requested(customer).replace("/requests/", "");

            PartnerPages fiona = as(People.FIONA.address().value());

            assertThat(fiona.open("/requests/new?again=" + request).statusCode()).isEqualTo(404);
            assertThat(fiona.open("/requests/new?customer=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Bad_input {

        @ParameterizedTest(name = "{0} = {1}: {2}")
        @CsvSource(delimiter = '|', value = {
            "organisation | ''                     | Please enter the customer’s organisation",
            "address      | ''                     | This is not an e-mail address",
            "address      | ada                    | This is not an e-mail address",
            "address      | ada@contoso.example    | This is an address of your own organisation",
            "language     | fr                     | Please choose one of the languages",
            "cloud        | moon                   | Please choose a cloud",
            "country      | ''                     | Please choose a country that this cloud serves",
            "country      | ZZ                     | Please choose a country that this cloud serves",
            "country      | FR                     | Your organisation is not active in this country and cloud",
            "mail_days    | 0                      | Mail: Please enter a whole number from 1 to 730",
            "mail_days    | 731                    | Mail: Please enter a whole number from 1 to 730",
            "mail_days    | a year                 | Mail: Please enter a whole number from 1 to 730",
            "mail_days    | 99999999999            | Mail: Please enter a whole number from 1 to 730",
            "infrastructure_owner,infrastructure_extending | true | Infrastructure: Not with the strongest roles",
            "mail_reader  | false                  | Please choose at least one service, or ask without any permission",
            "withoutPermission | true              | Please choose either services or no permission",
        })
        void is_answered_at_its_field_and_nothing_that_was_typed_is_lost(String field, String typed, String problem) {
            // given
            Map<String, String> fields = fields(customer);
            fields.put("name", "Kept " + customer);
            List.of(field.split(",")).forEach(each -> fields.put(each, typed));

            // when
            HttpResponse<String> answer = paula.request(fields);

            // then
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer.body())).contains("Please correct the following", problem);
            assertThat(value(answer.body(), "name")).isEqualTo("Kept " + customer);
            if (answer.body().contains("<input id=\"" + field + "\"")) {
                assertThat(value(answer.body(), field)).isEqualTo(typed);
            }
        }

        @Test
        void is_told_all_at_once() {
            HttpResponse<String> answer = paula.request(Map.of());

            assertThat(words(answer.body())).contains("Please enter the customer’s organisation", "This is not an e-mail address",
                    "Please choose one of the languages", "Please choose a cloud", "Please choose at least one service");
        }

        @ParameterizedTest
        @CsvSource({"organisation, 200", "name, 50"})
        void that_is_too_long_is_kept_and_counted(String field, int most) {
            Map<String, String> fields = fields(customer);
            fields.put(field, "x".repeat(most + 1));

            HttpResponse<String> answer = paula.request(fields);

            assertThat(words(answer.body())).contains("At most " + most + " characters, please; these are " + (most + 1));
            assertThat(value(answer.body(), field)).hasSize(most + 1);
        }

        @Test
        void about_a_service_that_the_cloud_does_not_offer_names_the_service() {
            Map<String, String> fields = fields(customer);
            fields.putAll(Map.of("cloud", "germany", "country", "DE", "infrastructure_owner", "true"));

            assertThat(words(paula.request(fields).body())).contains("There is no service “Infrastructure” in this cloud");
        }

        @ParameterizedTest
        @CsvSource({"us-government, US", "germany, DE"})
        void about_a_relationship_without_permission_where_that_does_not_exist(String cloud, String country) {
            Map<String, String> fields = fields(customer);
            fields.putAll(Map.of("cloud", cloud, "country", country, "mail_reader", "false", "withoutPermission", "true"));

            HttpResponse<String> answer = paula.request(fields);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer.body())).contains("In this cloud, a request needs at least one service");
        }

        @Test
        void that_looks_like_code_is_only_text() {
            // given
            String code = "<b>${7*7919}</b> __${7*7919}__ {0} '%s' \"";
            Map<String, String> fields = fields(customer);
            fields.keySet().forEach(field -> fields.put(field, code));

            // when
            HttpResponse<String> answer = paula.request(fields);

            // then
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<b>", "55433");
            assertThat(value(answer.body(), "organisation")).isEqualTo(code);
            assertThat(value(answer.body(), "mail_days")).isEqualTo(code);
        }
    }
}
