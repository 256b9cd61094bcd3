package io.mandate.request.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.TwoTiers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an indirect provider, its partners and strangers read and do on each other's pages. */
class TwoTierPagesTests extends RequestPagesTest {

    private PartnerPages dana;
    private PartnerPages pia;
    private PartnerPages wim;

    @BeforeEach
    void two_tiers() {
        TwoTiers.join(partners, accounts);
        dana = as(TwoTiers.DANA.address().value());
        pia = as(TwoTiers.PIA.address().value());
        wim = as(TwoTiers.WIM.address().value());
    }

    @Test
    void only_a_provider_is_asked_for_whom() {
        assertThat(dana.open("/requests/new").body())
                .contains("For whom you ask", "value=\"adatum\" selected", "value=\"proseware\"", "value=\"wingtip\"").doesNotContain("contoso");
        for (PartnerPages other : List.of(pia, paula)) {
            assertThat(other.open("/requests/new").body()).doesNotContain("For whom you ask", "name=\"partner\"");
        }
    }

    @Test
    void the_markets_of_the_partner_are_shown_and_the_typing_stays() {
        Map<String, String> typed = with(fields(customer), Map.of("partner", "proseware", "action", "partner"));

        HttpResponse<String> shown = dana.request(typed);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("value=\"proseware\" selected", customer, "value=\"DE\"").doesNotContain("value=\"ES\"")
                .containsPattern("name=\"mail_reader\"[^>]*checked");
        assertThat(dana.open("/requests/new").body()).contains("value=\"ES\"").doesNotContain("value=\"DE\"");
        assertThat(dana.open("/requests/new?partner=proseware").body()).contains("value=\"proseware\" selected");
    }

    @Test
    void where_the_partner_is_not_active_is_said_by_its_name() {
        HttpResponse<String> refused = dana.request(with(fields(customer), Map.of("partner", "proseware", "country", "ES")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(words(refused.body())).contains("Proseware is not active in this country and cloud");
        assertThat(refused.body()).contains("value=\"proseware\" selected", customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso", "nobody", "${7*7}"})
    void a_partner_that_is_not_ones_own_is_refused_as_one_that_does_not_exist(String partner) {
        HttpResponse<String> refused = dana.request(with(fields(customer), Map.of("partner", partner)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(words(refused.body())).contains("Please choose for whom you ask").doesNotContain("Contoso");
        assertThat(dana.open("/requests/new?partner=" + partner.replaceAll("\\W", "")).statusCode()).isEqualTo(404);
        assertThat(pia.request(with(fields(customer), Map.of("partner", "wingtip"))).statusCode()).isEqualTo(422);
        assertThat(pia.request(with(fields(customer), Map.of("partner", "adatum"))).statusCode()).isEqualTo(422);
        assertThat(pia.open("/requests/new?partner=wingtip").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_on_behalf_is_acted_on_by_both_sides() {
        // given
        String request = onBehalf();

        // when
        assertThat(words(pia.open(request).body())).contains("Partner Proseware", "Dana Dahl, dana@adatum.example",
                "of Adatum Distribution, on behalf of the partner", "Review and send");
        assertThat(location(pia.send(request, "mandate"))).isEqualTo(request);
        runDue();

        // then
        assertThat(words(dana.open(request).body())).contains("Waiting for the customer", "Withdraw").doesNotContain("You read a request of");
        assertThat(location(dana.act(request, "/withdraw", Map.of()))).isEqualTo(request);
        assertThat(requests.get(id(request)).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(words(pia.open("/customers?q=" + domain()).body())).contains("Northwind Traders");
        assertThat(words(pia.open(record(request)).body())).contains("asked by your indirect provider on your behalf");
    }

    @Test
    void the_provider_reads_what_its_partner_asked_itself_and_can_do_nothing_with_it() {
        // given
        String request = pia.requested(customer);

        // then
        assertThat(words(dana.open(request).body()))
                .contains("You read a request of Proseware", "Pia Prager").doesNotContain("Withdraw", "Review and send", "Correct the address");
        assertThat(dana.diagram(request).statusCode()).isEqualTo(200);
        for (String page : List.of("/draft", "/services", "/share")) {
            assertThat(dana.open(request + page).statusCode()).as(page).isEqualTo(404);
        }
        for (String act : List.of("/withdraw", "/send-again", "/address", "/draft", "/services")) {
            assertThat(dana.actFrom("/requests/new", request + act, Map.of("send", "mandate", "address", customer,
                    "subject", "S", "text", "{link}", "name", "")).statusCode()).as(act).isEqualTo(404);
        }
        assertThat(requests.get(id(request)).status()).isEqualTo(RequestStatus.DRAFT);
        assertThat(words(dana.open(record(request)).body())).contains("A customer of Proseware, which works through you",
                "not accepted yet", "nobody").doesNotContain("Open a service request", "End the relationship");
    }

    @Test
    void the_provider_reads_who_holds_what_and_asks_on_behalf_again() {
        // given
        String request = onBehalf();
        dana.send(request, "mandate");
        runDue();
        life.approve(customer, new AskedPermission("mail", List.of("mail-reader"), 365));
        runDue();

        // then
        assertThat(words(dana.open(record(request)).body())).contains("In force", "Mail Proseware Mail settings reader",
                "asked by you on its behalf", "Ask on behalf of Proseware");
        assertThat(dana.open(record(request)).body()).doesNotContain("mail.cloud", "give-up", "/end");
        assertThat(words(dana.open(record(request) + "/restore").body())).contains("You ask on behalf of Proseware");
        for (String closed : List.of("/end", "/services/mail/give-up", "/service-requests/new")) {
            assertThat(dana.open(record(request) + closed).statusCode()).as(closed).isEqualTo(404);
            assertThat(dana.actFrom("/requests/new", record(request) + closed.replace("/new", ""), Map.of("act", "ask")).statusCode())
                    .as(closed).isEqualTo(404);
        }
        assertThat(words(dana.open("/terms").body())).doesNotContain(domain());
    }

    @Test
    void partners_of_one_provider_are_strangers_to_each_other() {
        // given
        String onBehalf = onBehalf();
        String unknown = "/requests/" + UUID.randomUUID();

        // then
        for (PartnerPages stranger : List.of(wim, paula)) {
            for (String page : List.of("", "/draft", "/services", "/share", "/diagram")) {
                assertThat(stranger.open(onBehalf + page).statusCode()).as(page).isEqualTo(404);
                assertThat(same(stranger.open(onBehalf + page), onBehalf)).isEqualTo(same(stranger.open(unknown + page), unknown));
            }
            assertThat(stranger.actFrom("/requests/new", onBehalf + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
            assertThat(stranger.open(record(onBehalf)).statusCode()).isEqualTo(404);
            assertThat(stranger.open(record(onBehalf) + "/restore").statusCode()).isEqualTo(404);
            assertThat(stranger.open("/requests/new?again=" + id(onBehalf)).statusCode()).isEqualTo(404);
            assertThat(stranger.open("/requests/new?customer=" + requests.get(id(onBehalf)).relationshipId()).statusCode()).isEqualTo(404);
            assertThat(words(stranger.open("/customers?q=" + domain()).body())).contains("Nothing found");
            assertThat(stranger.open("/customers/of-partners").statusCode()).isEqualTo(404);
        }
        assertThat(words(dana.open("/customers?q=" + domain()).body())).contains("Nothing found");
    }

    @Test
    void the_list_has_the_requests_of_all_partners_of_the_provider_and_of_nobody_else() {
        // given
        onBehalf();
        wim.requested(customer);
        paula.requested(customer);

        // then
        String list = words(dana.open("/customers/of-partners?q=" + domain()).body());
        assertThat(list).contains("2 requests", "Proseware asked by you on its behalf", "Wingtip Services").doesNotContain("Contoso");
        assertThat(words(dana.open("/customers/of-partners?q=wingtip+" + domain()).body())).contains("One request");
        assertThat(words(dana.open("/customers/of-partners?q=contoso+" + domain()).body())).contains("Nothing found");
        assertThat(words(dana.open("/customers/of-partners?status=WAITING&q=" + domain()).body())).contains("Nothing found");
        assertThat(dana.open("/customers").body()).contains("/customers/of-partners");
        assertThat(pia.open("/customers").body()).doesNotContain("/customers/of-partners");
        assertThat(pia.open("/customers/of-partners").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_asked_by_both_leads_to_the_one_that_is_open() {
        // given
        String request = pia.requested(customer);

        // when
        HttpResponse<String> refused = dana.request(with(fields(customer), Map.of("partner", "proseware")));

        // then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(request);
        assertThat(location(wim.request(fields(customer)))).endsWith("/draft");
    }

    private String onBehalf() {
        HttpResponse<String> answer = dana.request(with(fields(customer), Map.of("partner", "proseware")));
        assertThat(answer.statusCode()).isEqualTo(302);
        return location(answer).replace("/draft", "");
    }

    private String record(String request) {
        return "/customers/" + requests.get(id(request)).relationshipId();
    }

    private String domain() {
        return customer.substring(customer.indexOf('@') + 1);
    }

    private static UUID id(String request) {
        return UUID.fromString(request.replace("/requests/", ""));
    }

    /** What an answer says, without the address asked for. */
    private static String same(HttpResponse<String> answer, String request) {
        return answer.statusCode() + words(answer.body()).replace(request, "");
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(others);
        return all;
    }
}
