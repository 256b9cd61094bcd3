package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.mandate.terms.DueTerms;
import io.mandate.testing.Look;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A term near its end, as people walk it: extended, stopped, told of, run out and asked for again. */
class TermsIT extends Walk {

    @Autowired DueTerms due;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    @Test
    void a_term_is_extended_then_stopped_runs_out_and_is_asked_for_again() {
        try (Person paula = person(); Person nancy = person()) {
            // given
            granted(paula, nancy, "mail_reader");
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
            lookWithTimeLeft(Duration.ofHours(23));

            // then
            nancy.openMail(customer, "for Mail now ends on").picture("mail-extended");
            assertThat(words(nancy)).contains("was extended, as you chose");

            // and when the customer stops it
            nancy.visit(home);
            click(nancy, "Stop extending");
            assertThat(nancy.reads()).contains("The extension of the permission for Mail is stopped");
            lookWithTimeLeft(Duration.ofDays(6));
            paula.openMail("paula@contoso.example", "your permission for Mail ends on").picture("mail-term-notice-partner");
            String renew = paula.page().locator("pre a[href*='/restore']").getAttribute("href");

            // and it runs out
            lookWithTimeLeft(Duration.ofSeconds(-1));
            nancy.openMail(customer, "The permission of Contoso Cloud has ended").picture("mail-term-ended");
            paula.visit(renew).picture("renew");

            // then it is asked for again
            assertThat(paula.page().locator("input[name$=reader][name^=mail]").isChecked()).isTrue();
            nancy.visit(home);
            assertThat(nancy.reads()).doesNotContain("Stop extending", "Extend by");
        }
    }

    /** Instead of time the record moves, since the demo's mail service believes only notices of the present time. */
    private void lookWithTimeLeft(Duration left) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update("""
                update permission set granted_at = ?, next_due_at = ?, ends_at = ?
                where customer_id = (select id from customer where identity = ?)
                """, now.minusDays(300), now.minusDays(2), now.plus(left), customer.substring(customer.indexOf('@') + 1));
        due.act();
    }

    private static void click(Person person, String words) {
        person.page().locator("main button").filter(new Locator.FilterOptions().setHasText(words)).click();
        person.page().waitForLoadState();
    }

    private static String words(Person person) {
        return person.reads().replaceAll("\\s+", " ");
    }
}
