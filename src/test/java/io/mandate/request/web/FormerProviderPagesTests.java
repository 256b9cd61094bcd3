package io.mandate.request.web;

import static io.mandate.request.web.PartnerPages.fields;
import static io.mandate.request.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.testing.TwoTiers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider reads: of what another one asked before it, and where its pages lead. Contoso comes after Adatum. */
class FormerProviderPagesTests extends RequestPagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    private PartnerPages dana;
    private PartnerPages pia;
    private String request;

    @BeforeEach
    void asked_on_behalf() {
        TwoTiers.join(partners, accounts);
        dana = as(TwoTiers.DANA.address().value());
        pia = as(TwoTiers.PIA.address().value());
        request = location(onBehalf(dana)).replace("/draft", "");
        dana.send(request, "mandate");
        runDue();
    }

    @AfterEach
    void proseware_works_through_adatum() {
        partners.save(TwoTiers.proseware(Optional.of("adatum")));
    }

    @Test
    void the_new_one_reads_the_request_without_its_predecessor_and_its_people() {
        // when
        contosoFollows();

        // then
        assertThat(words(paula.open(request).body()))
                .contains("You read a request of Proseware", "Partner Proseware", "Asked by Proseware", "Waiting for the customer");
        for (String page : List.of(request, record(), "/customers/of-partners?q=" + domain())) {
            assertThat(paula.open(page).statusCode()).as(page).isEqualTo(200);
            assertThat(paula.open(page).body()).as(page).doesNotContain("Adatum", "Dana", "dana@");
            assertThat(words(paula.open(page).body())).as(page).doesNotContain("asked by you");
            assertThat(dana.open(page).body()).as(page).doesNotContain(customer);
        }
        assertThat(words(paula.open("/customers/of-partners?q=" + domain()).body())).contains("One request", "Proseware");
    }

    @Test
    void nor_does_it_when_it_asks_the_same() {
        // given
        contosoFollows();

        // when
        HttpResponse<String> refused = onBehalf(paula);

        // then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(request, "opened by Proseware").doesNotContain("Adatum", "Dana");
    }

    @Test
    void the_partner_and_the_process_owner_read_who_asked() {
        contosoFollows();

        for (PartnerPages reader : List.of(pia, as("olivia@mandate.example"))) {
            assertThat(words(reader.open(request).body())).contains("Asked by Dana Dahl, dana@adatum.example",
                    "of Adatum Distribution, on behalf of the partner", "What happened", "Dana Dahl wrote the request");
        }
        assertThat(words(pia.open(record()).body())).contains("asked by your indirect provider on your behalf");
    }

    @Test
    void what_it_asked_itself_it_reads_as_its_own() {
        // given
        pia.act(request, "/withdraw", Map.of());
        contosoFollows();

        // when
        String own = location(onBehalf(paula)).replace("/draft", "");

        // then
        assertThat(words(paula.open(own).body())).contains("Paula Pérez", "of Contoso Cloud, on behalf of the partner", "What happened");
        assertThat(words(paula.open(record()).body())).containsOnlyOnce("asked by you on its behalf");
        assertThat(words(paula.open("/customers/of-partners?q=" + domain()).body()))
                .contains("2 requests").containsOnlyOnce("asked by you on its behalf");
    }

    @Test
    void no_link_of_what_a_provider_reads_leads_nowhere() {
        // given
        leadsSomewhere(dana);

        // and when
        life.approve(customer, new AskedPermission("mail", List.of("mail-reader"), 365));
        runDue();
        Map<String, String> other = with("collaboration_reader", "true");
        other.remove("mail_reader");
        String partnersOwn = location(pia.request(other)).replace("/draft", "");

        // then
        leadsSomewhere(dana);
        linksOf(dana, partnersOwn).forEach(link -> leads(dana, link));

        // and when
        pia.act(partnersOwn, "/withdraw", Map.of());
        contosoFollows();

        // then
        leadsSomewhere(paula);
    }

    @Test
    void a_character_that_no_database_stores_is_no_part_of_a_partners_id() {
        assertThat(dana.open("/requests/new?partner=%00").statusCode()).isEqualTo(200);
        assertThat(dana.open("/requests/new?partner=proseware%00").body()).contains("value=\"proseware\" selected");
        assertThat(dana.open("/requests/new?partner=prose%00ware").statusCode()).isEqualTo(404);
    }

    private void leadsSomewhere(PartnerPages provider) {
        for (String page : List.of(request, record(), "/customers/of-partners?q=" + domain())) {
            Set<String> links = linksOf(provider, page);
            assertThat(links).as(page).isNotEmpty();
            links.forEach(link -> leads(provider, link));
        }
    }

    private static void leads(PartnerPages provider, String link) {
        assertThat(provider.open(link).statusCode()).as(link).isEqualTo(200);
    }

    private static Set<String> linksOf(PartnerPages reader, String page) {
        String main = reader.open(page).body().replaceAll("(?s).*<main", "<main").replaceAll("(?s)</main>.*", "");
        return new TreeSet<>(LINK.matcher(main).results().map(MatchResult::group)
                .map(link -> link.replaceAll("href=\"|\"", "").replace("&amp;", "&")).toList());
    }

    private void contosoFollows() {
        partners.save(TwoTiers.proseware(Optional.of("contoso")));
    }

    private HttpResponse<String> onBehalf(PartnerPages provider) {
        return provider.request(with("partner", "proseware"));
    }

    private Map<String, String> with(String field, String value) {
        Map<String, String> all = new HashMap<>(fields(customer));
        all.put(field, value);
        return all;
    }

    private String record() {
        return "/customers/" + requests.get(UUID.fromString(request.replace("/requests/", ""))).relationshipId();
    }

    private String domain() {
        return customer.substring(customer.indexOf('@') + 1);
    }
}
