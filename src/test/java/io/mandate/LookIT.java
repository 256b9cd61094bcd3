package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of partners and process owners, in each language: WCAG 2.2 AA by axe, and 360 pixels wide without scrolling sideways. */
class LookIT extends Walk {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de"})
    void pages_of_partners_and_process_owners(String language) {
        try (Person paula = person(language);
                Person olivia = person(language)) {
            paula.signIn("paula@contoso.example");
            looksRight(paula.visit("/requests/new"));
            paula.ask("Northwind Traders and Daughters Limited", Lifecycle.newAddress(), "mail_administrator", "infrastructure_reader");
            looksRight(paula);
            String draft = paula.page().url();
            String request = draft.replace("/draft", "");
            looksRight(paula.visit(request + "/services"));
            looksRight(paula.visit(request));
            paula.visit(draft).page().locator("button[name=send][value=copy]").click();
            paula.page().waitForURL("**/share**");
            looksRight(paula);
            looksRight(paula.visit("/customers"));
            paula.page().locator("tbody th a").first().click();
            looksRight(paula);
            looksRight(olivia.signIn("olivia@mandate.example").visit("/overview"));
            looksRight(olivia.visit("/overview/versions"));
            looksRight(olivia.visit(request));
        }
    }

    private static void looksRight(Person person) {
        String url = person.page().url();
        person.page().setViewportSize(1200, 900);
        List<Rule> found = new AxeBuilder(person.page()).withTags(WCAG_AA).analyze().getViolations();
        assertThat(found).as(url).extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml()).isEmpty();
        person.page().setViewportSize(360, 780);
        assertThat(person.page().evaluate("document.documentElement.scrollWidth")).as(url + " at 360 pixels").isEqualTo(360);
    }
}
