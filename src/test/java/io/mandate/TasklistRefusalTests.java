package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be accepted in a form of Tasklist is refused in words that say what to do, and leaves nothing behind. */
class TasklistRefusalTests extends TasklistTest {

    private final String address = Lifecycle.newAddress();

    @Nested
    class The_start_form {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of(Map.of("address", "ada at northwind"), "Address: This is not an e-mail address"),
                    Arguments.of(Map.of("address", "ada@contoso.example"), "an address of your own organisation (contoso.example)"),
                    Arguments.of(Map.of("organisation", "  "), "Organisation: Please enter"),
                    Arguments.of(Map.of("organisation", "x".repeat(201)), "Organisation: At most 200 characters"),
                    Arguments.of(Map.of("language", "fr"), "Language: Please choose"),
                    Arguments.of(Map.of("cloud", "moon"), "Cloud: Please choose"),
                    Arguments.of(Map.of("country", "XX"), "Country: "),
                    Arguments.of(Map.of("cloud", "germany", "country", "US"), "Country: Please choose a country that this cloud serves"),
                    Arguments.of(Map.of("country", "FR"), "Country: Your organisation is not active"),
                    Arguments.of(Map.of("address", 7, "country", true), "Address: This is not an e-mail address. Country: "),
                    Arguments.of(Map.of("partner", "fabrikam"), "The form has no field \\\"partner\\\""));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void is_refused(Map<String, Object> values, String sentence) {
            assertRefused(() -> paula.start(with(who(address), values)), sentence);
        }

        @Test
        void is_refused_where_nothing_is_filled_in() {
            assertRefused(() -> paula.start(Map.of()), "Organisation: Please enter");
        }
    }

    @Nested
    class The_review {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of(with(SERVICES, Map.of("text", "Please answer")), "Text: The text has no link to the request. Please put {link}"),
                    Arguments.of(with(SERVICES, Map.of("text", "{link}" + "x".repeat(3_000))), "Text: At most 3,000 characters"),
                    Arguments.of(with(SERVICES, Map.of("subject", "x".repeat(201))), "Subject: At most 200 characters"),
                    Arguments.of(with(SERVICES, Map.of("name", "x".repeat(51))), "Name: At most 50 characters"),
                    Arguments.of(with(SERVICES, Map.of("mail_days", 0)), "Mail: Please enter a whole number from 1 to 730"),
                    Arguments.of(with(SERVICES, Map.of("mail_days", 731)), "Mail: Please enter a whole number from 1 to 730"),
                    Arguments.of(with(SERVICES, Map.of("mail_days", 1.5)), "Mail: Please enter a whole number from 1 to 730"),
                    Arguments.of(with(SERVICES, Map.of("mail_days", 4294967297L)), "Mail: Please enter a whole number from 1 to 730"),
                    Arguments.of(with(SERVICES, Map.of("mail_days", "${1+1}")), "Mail: Please enter a whole number from 1 to 730"),
                    Arguments.of(with(SERVICES, Map.of("collaboration_days", 30)), "Collaboration: Please choose at least one role"),
                    Arguments.of(with(SERVICES, Map.of("withoutPermission", true)), "Without permission: Please choose either"),
                    Arguments.of(with(SERVICES, Map.of("mail_owner", true)), "The form has no field \\\"mail_owner\\\""),
                    Arguments.of(with(SERVICES, Map.of("sentBy", "partner")), "The form has no field \\\"sentBy\\\""),
                    Arguments.of(Map.of(), "Services: Please choose at least one service"),
                    Arguments.of(Map.of("text", "x".repeat(4_001)), "Field \\\"text\\\" is longer than 4000 characters"));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void is_refused(Map<String, Object> values, String sentence) {
            done(paula.start(who(address)));
            String task = paula.task();

            assertRefused(() -> paula.complete(task, values), sentence);
        }

        @Test
        void is_refused_where_the_cloud_has_no_requests_without_permission() {
            done(paula.start(with(who(address), Map.of("cloud", "us-government"))));
            String task = paula.task();

            assertRefused(() -> paula.complete(task, Map.of("withoutPermission", true)),
                    "Without permission: In this cloud, a request needs at least one service");
        }

        @Test
        void is_refused_where_the_same_is_asked_for_already_and_leads_there() {
            Request open = life.sent(PAULA, address, MAIL);
            done(paula.start(who(address)));
            String task = paula.task();

            assertRefused(() -> paula.complete(task, SERVICES),
                    "You already ask this customer for the same: see http://mandate.example/requests/" + open.id());
        }

        @Test
        void takes_expressions_and_markup_as_the_words_they_are() {
            done(paula.start(with(who(address), Map.of("organisation", "${1+1} <b>Traders</b>"))));
            done(paula.complete(paula.task(), with(SERVICES, Map.of("text", "#{runtime} <script> {link}"))));

            Request request = requests.get(newest());
            assertThat(request.organisation()).isEqualTo("${1+1} <b>Traders</b>");
            assertThat(request.text()).isEqualTo("#{runtime} <script> {link}");
        }
    }

    @Nested
    class The_corrected_address {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of("nobody", "Address: This is not an e-mail address"),
                    Arguments.of("", "Address: This is not an e-mail address"),
                    Arguments.of("ada@fourthcoffee.example", "Address: Please name an address at "));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void is_refused(String corrected, String sentence) {
            TestMail.refuse(address);
            asked(address);
            String task = paula.task();

            assertRefused(() -> paula.complete(task, Map.of("address", corrected)), sentence);
        }
    }

    @Nested
    class The_answer {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of(Map.of("administrator", false), "Administrator: Only an administrator can answer"),
                    Arguments.of(Map.of("agreementAccepted", false), "Agreement accepted: An approval includes the agreement"),
                    Arguments.of(Map.of("agreementVersion", "2020-01"), "There is a new version of the agreement"),
                    Arguments.of(Map.of("mail_approved", false, "infrastructure_approved", false), "Please approve at least one service"),
                    Arguments.of(Map.of("mail_days", 366), "Mail: Please enter a whole number from 1 to 365"),
                    Arguments.of(Map.of("mail_user_administrator", true), "Mail: Only what is asked for can be approved"),
                    Arguments.of(Map.of("mail_administrator", false, "mail_reader", false), "Mail: Please choose at least one role"),
                    Arguments.of(Map.of("collaboration_approved", true, "collaboration_reader", true, "collaboration_days", 30),
                            "Services: Only what is asked for can be approved"),
                    Arguments.of(Map.of("holder_mail", "Fabrikam Managed Services"), "Mail: another partner holds it by now"),
                    Arguments.of(Map.of("decision", "decline", "reason", "x".repeat(1_001)), "Reason: At most 1,000 characters"),
                    Arguments.of(Map.of("decision", "perhaps"), "Decision: Please choose"),
                    Arguments.of(Map.of("asked", " mail_owner "), "The form has no field \\\"asked\\\""),
                    Arguments.of(Map.of("partner", "Fabrikam"), "The form has no field \\\"partner\\\""));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void is_refused(Map<String, Object> values, String sentence) {
            TasklistPerson ada = ada(asked(address));
            String task = ada.task();
            Map<String, Object> form = with(yes(ada.form(task)), values);

            assertRefused(() -> ada.complete(task, form), sentence);
        }

        @Test
        void is_refused_to_the_partner_who_asks() {
            TasklistPerson ada = ada(asked(address));
            String task = ada.task();
            Map<String, Object> form = yes(ada.form(task));
            TasklistPerson fiona = new TasklistPerson(port, FIONA.address().value());
            Map<String, Long> before = database.rows();

            assertThat(paula.complete(task, form).statusCode()).isEqualTo(404);
            assertThat(fiona.complete(task, form).statusCode()).isEqualTo(404);

            assertThat(database.rows()).isEqualTo(before);
        }
    }

    private void assertRefused(Supplier<HttpResponse<String>> submitting, String sentence) {
        Map<String, Long> before = database.rows();

        HttpResponse<String> answer = submitting.get();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).doesNotContain("Exception while", "invoking", "ENGINE-");
        assertThat(database.rows()).isEqualTo(before);
    }
}
