package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mandate.decision.Decisions;
import io.mandate.decision.Evaluation.Resource;
import io.mandate.decision.Evaluation.Subject;
import io.mandate.decision.Evaluation;
import io.mandate.machine.Caller;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Request;
import io.mandate.testing.Chromium;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer lets a permission end earlier. */
class ShortenPageTests extends ShortenPageTest {

    private static final AskedPermission UNTIL_TOMORROW = new AskedPermission("mail", List.of("mail-reader"), 1);

    @Autowired Decisions decisions;

    @Test
    void the_page_says_what_is_held_which_days_there_are_and_when_a_day_ends() {
        // when
        String shown = words(ada.open(page));

        // then
        assertThat(shown).contains("Contoso Cloud", "Mail administrator", times.moment(held().endsAt(), Locale.ENGLISH),
                "A day from " + written(1) + " to " + written(364), "ends on that day at 23:59 UTC",
                "In 7 days: " + written(7), "In 30 days: " + written(30), "In 90 days: " + written(90));
        assertThat(ada.open(page).body()).contains("min=\"" + day(1) + "\"", "max=\"" + day(364) + "\"", "type=\"date\"");
        assertThat(ada.open(home).body()).contains("href=\"" + page + "\"");
        String filled = ada.submit(page, page, Map.of("fill", day(30).toString(), "note", "Kept.")).body();
        assertThat(filled).contains("value=\"" + day(30) + "\"", "Kept.");
        assertThat(permissions.find(customer, "mail").orElseThrow().endsAt()).isEqualTo(held().endsAt());
    }

    @Test
    void the_new_end_counts_at_once_and_everybody_sees_it() {
        // when
        HttpResponse<String> answer = shorten(form(day(30).toString()));

        // then
        assertThat(Visitor.location(answer)).isEqualTo(home);
        assertThat(held().endsAt()).isEqualTo(day(30).atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC));
        String end = times.moment(held().endsAt(), Locale.ENGLISH);
        assertThat(words(ada.open(home))).contains("The term of the permission for Mail was shortened: it ends on " + end,
                "Mail administrator Mail settings reader " + end, "In force");
        assertThat(decisions.decide(new Caller("mail-service", Set.of("mail"), Set.of()), new Evaluation(new Subject("partner", "contoso"), "administer",
                new Resource("service", "mail", Optional.of(customer.toString())))).context())
                .containsEntry("valid_until", held().endsAt().toString());
        Visitor paula = Visitor.signedIn(port, PAULA.address().value());
        assertThat(words(paula.open("/customers/" + request.relationshipId()))).contains(end);
        assertThat(words(paula.open("/requests/" + request.id())))
                .contains("Ada Admin shortened the term of the permission for Mail: it ends on " + end);
        assertThat(words(ada.open(home + "/history")))
                .contains("Ada Admin shortened the term of the permission for Mail: it ends on " + end);
        assertThat(words(ada.speaking(Locale.GERMAN).open(home + "/history")))
                .contains("Laufzeit der Berechtigung für E-Mail verkürzt");
        life.jobs().runDue();
        assertThat(TestMail.text(PAULA.address().value(), "now ends on")).contains("> Thank you <b>${7*7}</b>");
        assertThat(TestMail.text(address, "now ends on")).contains("> Thank you <b>${7*7}</b>");
    }

    @Test
    void what_changed_meanwhile_is_not_shortened_and_the_page_shows_the_new_facts_and_the_typing() {
        // given
        Map<String, String> form = form(day(7).toString());
        removals.givenUp(held(), "Paula Pérez", "");
        life.sent(FIONA, address, MAIL);
        life.approve(address, MAIL);

        // when
        HttpResponse<String> answer = shorten(form);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("changed since this page was opened", "Fabrikam Managed Services", "Thank you");
        assertThat(answer.body()).contains("value=\"" + day(7) + "\"");
        unchanged();

        // and when it is looked at again, once
        Map<String, String> again = form(day(7).toString());
        assertThat(shorten(again).statusCode()).isEqualTo(302);
        assertThat(shorten(again).statusCode()).isEqualTo(409);
        assertThat(held().holder()).isEqualTo("fabrikam");
    }

    @Test
    void what_nobody_holds_or_ends_too_soon_has_no_form() {
        // given
        Map<String, String> form = form(day(7).toString());
        removals.givenUp(held(), "Paula Pérez", "");

        // then
        assertThat(words(ada.open(page))).contains("Nobody holds the permission");
        assertThat(shorten(form).statusCode()).isEqualTo(409);
        assertThat(ada.open(home + "/services/no-such-service/shorten").statusCode()).isEqualTo(200);

        // and when
        given(UNTIL_TOMORROW);

        // then
        HttpResponse<String> shown = ada.open(page);
        assertThat(words(shown)).contains("cannot be shortened by a whole day");
        assertThat(shown.body()).contains(home + "/services/mail/remove").doesNotContain("type=\"date\"");
        assertThat(shorten(Map.of("shown", held().requestId() + " " + held().endsAt(), "lastDay", day(1).toString()))
                .statusCode()).isEqualTo(422);
    }

    @Test
    void it_is_closed_to_partners_and_to_other_customers() {
        // given
        String other = Lifecycle.newAddress();
        Request elsewhere = life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        String theirs = page.replace(customer.toString(), relationships.get(elsewhere.relationshipId()).customer().id().toString());

        // then
        assertThat(ada.open(theirs).statusCode()).isEqualTo(404);
        assertThat(ada.submit(page, theirs, form(day(7).toString())).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, PAULA.address().value()).open(page).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).open(page).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "es, 360", "de, 360"})
    void the_page_is_accessible_and_fits_in_each_of_its_states(String language, int width) {
        try (Chromium chromium = Chromium.start(); Page window = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(width, 800).setLocale(language))) {
            String base = "http://127.0.0.1:" + port;
            window.navigate(base + "/sign-in");
            window.fill("#username", address);
            window.fill("#password", People.PASSWORD);
            window.click("form[action$='/sign-in'] button[type=submit]");
            window.navigate(base + page);
            looksRight(window, "shorten", language);
            window.click("main form .actions button[type=submit]");
            looksRight(window, "shorten-errors", language);
            window.click(".proposals button");
            assertThat(window.inputValue("#lastDay")).isEqualTo(day(7).toString());
            removals.removedByCustomer(held(), "Ben", "");
            window.click("main form .actions button[type=submit]");
            looksRight(window, "shorten-changed", language);
            given(UNTIL_TOMORROW);
            window.navigate(base + page);
            looksRight(window, "shorten-none", language);
        }
    }

    private static void looksRight(Page window, String state, String language) {
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/look/organisation-" + state + "-" + language + ".png")));
        assertThat(Look.violations(window)).as(state).isEmpty();
        assertThat(Look.tooWide(window)).asList().as(state).isEmpty();
    }
}
