package io.mandate.restoration.web;

import static io.mandate.request.web.PartnerPages.value;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import io.mandate.request.web.PartnerPages;
import io.mandate.request.web.RequestPagesTest;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which a partner asks again in one step. */
class RestorationPageTests extends RequestPagesTest {

    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Removals removals;
    @Autowired Clock clock;

    private UUID relationship;
    private String page;

    @BeforeEach
    void a_permission_that_the_customer_removed() {
        relationship = life.sent(PAULA, customer, MAIL).relationshipId();
        life.approve(customer, MAIL);
        UUID id = relationships.get(relationship).customer().id();
        removals.removedByCustomer(permissions.heldAt(id, clock.instant()).get(0), "Ada Admin", "");
        runDue();
        page = "/customers/" + relationship + "/restore";
    }

    @Test
    void it_is_filled_with_what_was_held_and_asks_in_one_step() {
        // given
        String form = paula.open(page).body();
        assertThat(words(form)).contains("You held: Mail administrator, Mail settings reader. The customer removed it on");
        assertThat(value(form, "address")).isEqualTo(customer);
        assertThat(form).containsPattern("name=\"mail_administrator\"[^>]*checked").containsPattern("name=\"mail_reader\"[^>]*checked")
                .doesNotContainPattern("name=\"infrastructure_operator\"[^>]*checked");

        // when
        HttpResponse<String> answer = ask(Map.of());

        // then
        Request request = newest();
        assertThat(location(answer)).isEqualTo("/requests/" + request.id());
        assertThat(request.kind()).isEqualTo(RequestKind.RESTORATION);
        assertThat(request.asked()).containsExactly(MAIL);
        runDue();
        assertThat(words(paula.open("/requests/" + request.id()).body())).contains("Waiting for the customer",
                "Again for what was held before", "Paula Pérez asked again for what was held before",
                "E-mail with the request to " + customer + ": handed to the mail server");
        assertThat(paula.diagram("/requests/" + request.id()).body()).contains("\"process\":\"restoration\"", "\"process\":\"acceptance\"");
    }

    @Test
    void one_service_can_be_asked_for_alone() {
        assertThat(paula.open(page + "?service=infrastructure").body()).doesNotContainPattern("name=\"mail_reader\"[^>]*checked");
        assertThat(paula.open(page + "?service=mail").body()).containsPattern("name=\"mail_reader\"[^>]*checked");
    }

    @Test
    void what_another_partner_holds_by_now_is_said_without_its_name() {
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);

        assertThat(words(paula.open(page).body())).contains("Another partner holds it now").doesNotContain("Fabrikam");
    }

    @Test
    void what_is_held_is_not_ticked_and_can_be_renewed() {
        ask(Map.of());
        runDue();
        life.approve(customer, MAIL);

        String form = paula.open(page).body();

        assertThat(words(form)).contains("You hold it until").doesNotContain("What you lost is filled in");
        assertThat(form).doesNotContainPattern("name=\"mail_reader\"[^>]*checked");
        assertThat(ask(Map.of()).statusCode()).isEqualTo(302);
        runDue();
        assertThat(newest().subject()).contains("renew");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "address         | not an address     | This is not an e-mail address",
        "address         | ada@other.example  | Please name an address at",
        "address         |                    | This is not an e-mail address",
        "language        | fr                 | Please choose one of the languages",
        "mail_days       | 0                  | Mail: Please enter a whole number from 1 to 730",
        "mail_days       | 731                | Mail: Please enter a whole number from 1 to 730",
        "mail_days       | soon               | Mail: Please enter a whole number from 1 to 730"
    })
    void what_is_wrong_is_said_and_what_was_typed_stays(String field, String typed, String problem) {
        // given
        Map<String, String> changed = new HashMap<>(Map.of("note", "Hello <b>${1+1}</b>", field, typed == null ? "" : typed));

        // when
        HttpResponse<String> answer = ask(changed);

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer.body())).contains(problem, "Hello <b>${1+1}</b>");
        assertThat(answer.body()).doesNotContain("Hello <b>").containsPattern("name=\"mail_administrator\"[^>]*checked");
        assertThat(newest().kind()).isEqualTo(RequestKind.INVITATION);
    }

    @Test
    void nothing_chosen_and_too_many_words_are_refused() {
        Map<String, String> nothing = fields();
        nothing.keySet().removeAll(List.of("mail_administrator", "mail_reader"));

        assertThat(words(paula.actFrom(page, page, nothing).body())).contains("Please tick at least one role");
        assertThat(words(ask(Map.of("note", "x".repeat(1001))).body())).contains("At most 1,000 characters, please; these are 1,001");
    }

    @Test
    void a_second_click_leads_to_the_same_request() {
        String first = location(ask(Map.of()));

        assertThat(location(ask(Map.of()))).isEqualTo(first);
        assertThat(requests.of(relationship)).hasSize(2);
    }

    @Test
    void what_is_asked_for_already_is_refused_naming_the_open_request() {
        String first = location(ask(Map.of()));

        HttpResponse<String> answer = ask(Map.of("mail_days", "30"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer.body())).contains("You already ask this customer for that", "Mail is part of an open request");
        assertThat(answer.body()).contains(first);
        assertThat(value(answer.body(), "mail_days")).isEqualTo("30");
        assertThat(words(paula.open(page).body())).contains("This is already on its way to the customer");
    }

    @Test
    void a_decline_offers_to_ask_again_here() {
        String request = location(ask(Map.of()));
        runDue();
        life.decline(customer, "Not now");
        runDue();

        assertThat(paula.open(request).body()).contains("href=\"" + page + "\"").doesNotContain("/requests/new?again");
    }

    @Test
    void a_relationship_that_is_not_in_force_is_asked_for_first() {
        String other = Lifecycle.newAddress();
        Request waiting = life.sent(PAULA, other, INFRASTRUCTURE);
        String form = "/customers/" + waiting.relationshipId() + "/restore";

        assertThat(location(paula.open(form))).isEqualTo("/requests/new?customer=" + waiting.relationshipId());
        assertThat(location(paula.actFrom("/customers", form, fields()))).isEqualTo("/requests/new?customer=" + waiting.relationshipId());
    }

    @Test
    void it_is_not_there_for_others() {
        PartnerPages fiona = as(FIONA.address().value());

        assertThat(fiona.open(page).statusCode()).isEqualTo(404);
        assertThat(fiona.actFrom("/customers", page, fields()).statusCode()).isEqualTo(404);
        assertThat(paula.forge(page).statusCode()).isEqualTo(403);
        assertThat(requests.of(relationship)).hasSize(1);
    }

    @Test
    void the_longest_name_of_an_organisation_makes_no_trouble() {
        String other = Lifecycle.newAddress();
        Map<String, String> first = PartnerPages.fields(other);
        first.put("organisation", "x".repeat(200));
        String request = location(paula.request(first)).replace("/draft", "");
        paula.send(request, "mandate");
        runDue();
        life.approve(other, new AskedPermission("mail", List.of("mail-reader"), 365));
        page = "/customers/" + requests.get(UUID.fromString(request.replace("/requests/", ""))).relationshipId() + "/restore";

        assertThat(ask(Map.of("address", other, "infrastructure_reader", "true")).statusCode()).isEqualTo(302);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>(Map.of("address", customer, "language", "en", "note", "",
                "mail_administrator", "true", "mail_reader", "true", "mail_days", "365", "send", "mandate"));
        fields.putAll(Map.of("collaboration_days", "365", "infrastructure_days", "365"));
        return fields;
    }

    private HttpResponse<String> ask(Map<String, String> changed) {
        Map<String, String> fields = fields();
        fields.putAll(changed);
        return paula.actFrom(page, page, fields);
    }

    private Request newest() {
        Request newest = requests.of(relationship).get(0);
        assertThat(newest.status()).isNotEqualTo(RequestStatus.DRAFT);
        return newest;
    }
}
