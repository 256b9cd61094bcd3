package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.terms.DueTerms;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A term over moved time, as people walk it: extended, stopped, told of, run out and asked for again. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsIT {

    @Autowired MandateProperties mandate;
    @Autowired DueTerms due;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();
    private Chromium chromium;

    @BeforeAll
    void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_term_is_extended_then_stopped_runs_out_and_is_asked_for_again() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, "mail_reader").letMandateSend();
            nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer).approve("Nancy Davolio");
            nancy.openMail(customer, "You approved the request");
            nancy.signInByLink(customer);
            String home = nancy.page().url();

            // when the customer lets it be extended
            click(nancy, "Extend by 180 days");
            assertThat(nancy.reads()).contains("is extended before its end from now on");
            nancy.picture("extension-on");
            Look.right(nancy.page());
            paula.visit("/terms").picture("terms");
            assertThat(paula.reads()).contains("It is extended shortly before");

            // and the last day comes
            Instant end = clock.instant().plus(Duration.ofDays(365));
            lookAt(end.minus(Duration.ofHours(23)));

            // then
            nancy.openMail(customer, "for Mail now ends on").picture("mail-extended");
            assertThat(words(nancy)).contains("as you had wanted until you stop it");

            // and when the customer stops it
            nancy.signInByLink(customer);
            click(nancy, "Stop extending");
            assertThat(nancy.reads()).contains("The extension of the permission for Mail is stopped");
            Instant last = end.plus(Duration.ofDays(180));
            lookAt(last.minus(Duration.ofDays(6)));
            paula.openMail("paula@contoso.example", "your permission for Mail ends on").picture("mail-term-notice-partner");
            String renew = paula.page().locator("pre a[href*='/restore']").getAttribute("href");

            // and it runs out
            lookAt(last.plus(Duration.ofHours(1)));
            nancy.openMail(customer, "The permission of Contoso Cloud has ended").picture("mail-term-ended");
            paula.signIn("paula@contoso.example").visit(renew).picture("renew");

            // then it is asked for again
            assertThat(paula.page().locator("input[name$=reader][name^=mail]").isChecked()).isTrue();
            nancy.signInByLink(customer);
            nancy.visit(home);
            assertThat(nancy.reads()).doesNotContain("Stop extending", "Extend by");
        }
    }

    private void lookAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
        due.act();
    }

    private static void click(Person person, String words) {
        person.page().locator("main button").filter(new Locator.FilterOptions().setHasText(words)).click();
        person.page().waitForLoadState();
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }

    private Person person() {
        return new Person(chromium.browser(), mandate.baseUrl().toString());
    }
}
