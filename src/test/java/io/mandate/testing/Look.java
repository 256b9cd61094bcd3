package io.mandate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What can be wrong with how a page looks. */
public final class Look {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Look() {}

    /** Fails where axe finds something, or where the page does not fit a screen of 360 pixels. */
    public static void right(Page page) {
        page.setViewportSize(1200, 900);
        assertThat(violations(page)).as(page.url()).isEmpty();
        page.setViewportSize(360, 780);
        assertThat(tooWide(page)).as(page.url() + " at 360 pixels").isEmpty();
    }

    /** What axe finds against WCAG 2.2 AA, each with its place. */
    public static List<String> violations(Page page) {
        return new AxeBuilder(settled(page)).withTags(WCAG_22_AA).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }

    /** What reaches beyond the right edge of the screen. */
    public static List<?> tooWide(Page page) {
        return (List<?>) settled(page).evaluate(
                """
                () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
                    .filter(element => element.getBoundingClientRect().right > innerWidth)
                    .map(element => element.outerHTML.slice(0, 120))
                """);
    }

    /** The page with the fonts that it asks for, however late they come: they move everything. */
    private static Page settled(Page page) {
        page.evaluate("() => document.fonts.ready.then(() => true)");
        return page;
    }
}
