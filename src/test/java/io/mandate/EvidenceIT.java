package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.mandate.evidence.VerifyingKey;
import io.mandate.testing.Person;
import io.mandate.testing.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence, as both sides read it: in a browser, with receipts to print and to download. */
class EvidenceIT extends Walk {

    @Test
    void both_sides_read_what_was_decided_and_take_a_receipt_with_them() throws IOException {
        try (Person paula = person(); Person nancy = person()) {
            // given a permission that the customer gave and removed, signed in by a mailed link
            granted(paula, nancy, "mail_reader");
            nancy.signInByLink(customer);
            nancy.page().locator("a[href$='/services/mail/remove']").click();
            nancy.page().locator("main form button[type=submit]").click();

            // when the customer reads the evidence
            nancy.visit("/organisation").page().locator("a[href$='/evidence']").click();
            nancy.look("evidence-organisation");

            // then
            assertThat(nancy.reads()).contains("Permission granted", "Permission removed", "Contoso Cloud", "mailed code", "mailed sign-in link")
                    .doesNotContain("Request drafted");

            // and when they open the receipt of their consent
            open(nancy, "Approved");
            nancy.look("evidence-consent");
            assertThat(nancy.reads()).contains("Nancy Davolio", customer, "What was shown", "mailed code");
            nancy.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            nancy.picture("evidence-consent-print");
            assertThat(nancy.page().locator("body > header").isVisible()).isFalse();
            assertThat(nancy.page().locator("main .actions").isVisible()).isFalse();
            nancy.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            // then the file that they download is signed with the published key
            String receipt = downloaded(nancy);
            assertThat(receipt).contains("\"payload\"");
            assertThat(isSigned(receipt, field("x", nancy.page().request().get(mandate.url("/.well-known/mandate-evidence-keys.json")).text()))).isTrue();

            // and the partner reads its own
            paula.openCustomer(domain).page().locator("a[href$='/evidence']").click();
            paula.look("evidence-customer");
            assertThat(paula.reads()).contains("Request drafted", "Permission removed", "password").doesNotContain("Administrator, proven");
            open(paula, "Permission removed");
            paula.look("evidence-removal");
            assertThat(downloaded(paula)).contains("\"signature\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "de"})
    void it_fits_and_is_accessible_in_the_other_languages(String language) {
        try (Person paula = person(); Person nancy = person(); Person reader = person(language)) {
            granted(paula, nancy, "mail_reader");

            reader.signIn("paula@contoso.example").openCustomer(domain).page().locator("a[href$='/evidence']").click();
            reader.look("evidence-customer-" + language);
            reader.page().locator("table.list tbody a").first().click();
            reader.look("evidence-receipt-" + language);
        }
    }

    private static void open(Person person, String what) {
        person.page().locator("table.list tbody tr").filter(new Locator.FilterOptions().setHasText(what))
                .first().locator("a").first().click();
    }

    private static String downloaded(Person person) throws IOException {
        Download download = person.page().waitForDownload(() -> person.page().locator("a[download]").click());
        assertThat(download.suggestedFilename()).matches("mandate-receipt-[0-9a-f]{8}-\\d+\\.json");
        Path file = download.path();
        return Files.readString(file);
    }

    private static boolean isSigned(String receipt, String key) {
        return VerifyingKey.of(Base64.getUrlDecoder().decode(key)).signed(
                field("protected", receipt) + "." + field("payload", receipt), Base64.getUrlDecoder().decode(field("signature", receipt)));
    }

    private static String field(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(name + " in " + json).isTrue();
        return found.group(1);
    }
}
