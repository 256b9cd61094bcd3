package io.mandate.partners.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A process owner adds and changes partners, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class PartnersPageTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private Visitor olivia;
    private String id;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        olivia = Visitor.signedIn(port, People.OLIVIA);
        id = "p-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_partner_is_added_with_its_markets_and_changed() {
        assertThat(location(add(form()))).isEqualTo("/partners");
        assertThat(location(add(form()))).isEqualTo("/partners");

        assertThat(partners.get(id)).satisfies(one -> {
            assertThat(one.name()).isEqualTo("Tailspin <b>Toys</b> ${7*7}");
            assertThat(one.markets()).isEqualTo(Set.of(new Partner.Market("global", "DE"), new Partner.Market("global", "ES")));
        });
        assertThat(olivia.open("/partners").body()).contains("Tailspin &lt;b&gt;Toys&lt;/b&gt; ${7*7}", "DE, ES").doesNotContain("<b>Toys");

        Map<String, String> changed = form();
        changed.put("markets-global", "us");
        changed.put("shown", shown());
        assertThat(location(change(changed))).isEqualTo("/partners");
        assertThat(partners.get(id).markets()).containsExactly(new Partner.Market("global", "US"));
    }

    @Test
    void an_old_page_stores_nothing_and_shows_what_is_now() {
        add(form());
        String old = shown();
        Map<String, String> first = form();
        first.put("name", "First");
        first.put("shown", old);
        change(first);

        Map<String, String> second = form();
        second.put("name", "Second");
        second.put("shown", old);
        var answer = change(second);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else changed this partner", "value=\"First\"");
        assertThat(partners.get(id).name()).isEqualTo("First");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id | Contoso Cloud | Please use small letters", "id | contoso | There is another partner", "id | | Please use small letters",
        "name | | Please enter the name", "since | tomorrow | Please enter a day", "since | 9999-01-01 | Please enter a day",
        "provider | nobody | Please choose one of the partners", "markets-global | DE, Deutschland | “DEUTSCHLAND” is no country",
        "markets-germany | US | “US” is no country",
    })
    void what_is_wrong_is_said_and_the_typing_stays(String field, String typed, String says) {
        Map<String, String> form = form();
        form.put(field, typed == null ? "" : typed);

        var answer = add(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says, form.get("since"));
        assertThat(partners.find(id)).isEmpty();
    }

    @Test
    void there_is_one_level_of_providers() {
        add(form());
        Map<String, String> below = form();
        String second = id + "-b";
        below.put("id", second);
        below.put("provider", id);
        assertThat(location(add(below))).isEqualTo("/partners");
        assertThat(partners.get(second).provider()).isEqualTo(Optional.of(id));

        Map<String, String> third = form();
        third.put("id", id + "-c");
        third.put("provider", second);
        assertThat(add(third).body()).contains("works through somebody itself");

        Map<String, String> upward = form();
        upward.put("shown", shown());
        upward.put("provider", "contoso");
        assertThat(change(upward).body()).contains("works through this partner");
    }

    @Test
    void others_have_no_such_page() {
        for (String other : new String[] {People.CARL, People.SAM}) {
            Visitor visitor = Visitor.signedIn(port, other);

            assertThat(visitor.open("/partners").statusCode()).isEqualTo(403);
            assertThat(visitor.submit("/account", "/partners", form()).statusCode()).isEqualTo(403);
        }
        assertThat(partners.find(id)).isEmpty();
        assertThat(olivia.open("/partners/nobody-at-all").statusCode()).isEqualTo(404);
        assertThat(olivia.submit("/partners/new", "/partners/nobody-at-all", form()).statusCode()).isEqualTo(404);
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of("id", id, "name", "Tailspin <b>Toys</b> ${7*7}", "since", "2020-02-29", "provider", "",
                "markets-global", "es, DE"));
    }

    private HttpResponse<String> add(Map<String, String> form) {
        return olivia.submit("/partners/new", "/partners", form);
    }

    private HttpResponse<String> change(Map<String, String> form) {
        return olivia.submit("/partners/" + id, "/partners/" + id, form);
    }

    private String shown() {
        Matcher shown = Pattern.compile("name=\"shown\" value=\"([0-9a-f]+)\"").matcher(olivia.open("/partners/" + id).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
