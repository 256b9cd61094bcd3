package io.mandate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.CodeMail;
import io.mandate.mail.InvitationMail;
import io.mandate.mail.Mail;
import io.mandate.mail.MailContent;
import io.mandate.mail.Mailer;
import io.mandate.mail.PartnerContact;
import io.mandate.testing.Chromium;
import io.mandate.testing.DemoTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** The demo's mails, from the mailer by SMTP to the browser. */
@DemoTest
class InboxTests {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final PartnerContact CARLA = new PartnerContact("Contoso Cloud", "Carla Díaz", "carla@contoso.example");

    private static Chromium chromium;

    @Autowired
    private Mailer mailer;

    @Autowired
    private JavaMailSender smtp;

    @LocalServerPort
    private int port;

    private Page page;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("en"));
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void mails_are_listed_newest_first_and_found_by_recipient() {
        send("ines@list.example", invitation("First", "{link}"));
        send("otto@list.example", invitation("Second", "{link}"));

        open("/inbox?to=LIST.example");
        assertThat(page.locator("tbody th").allInnerTexts()).containsExactly("Second", "First");
        page.fill("#to", "ines@");
        page.keyboard().press("Enter");
        page.waitForURL("**/inbox?to=ines**");

        assertThat(page.locator("tbody th").allInnerTexts()).containsExactly("First");
    }

    @Test
    void a_search_without_result_says_so_and_leads_back() {
        send("olga@search.example", invitation("First", "{link}"));

        open("/inbox?to=nowhere");

        assertThat(page.innerText("main")).contains("No mail to such a recipient");
        page.click("text=Show all mails");
        assertThat(page.url()).endsWith("/inbox");
    }

    @Test
    void a_mail_shows_headers_text_and_html() {
        send("olga@parts.example", invitation("Parts", "Hello Olga\n\n{link}"));

        openMail("Parts");
        page.click("summary");

        assertThat(page.innerText("pre")).contains("Hello Olga", link());
        assertThat(page.innerText("details")).contains("Auto-Submitted", "Carla Díaz, Contoso Cloud via Mandate");
        assertThat(page.frameLocator("iframe").locator("body").innerText()).contains("Hello Olga", link());
    }

    @Test
    void a_link_in_the_text_is_followed() {
        send("olga@text.example", invitation("Text link", "{link}"));

        openMail("Text link");
        page.click("pre a");

        assertThat(page.url()).isEqualTo(link());
    }

    @Test
    void a_link_in_the_html_takes_the_whole_window() {
        send("olga@html.example", invitation("HTML link", "{link}"));

        openMail("HTML link");
        // A click into a frame that is just appearing may be lost: a person clicks again.
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
            page.frameLocator("iframe").locator("a").click(new Locator.ClickOptions().setTimeout(2_000));
            page.waitForURL(link(), new Page.WaitForURLOptions().setTimeout(5_000));
            return true;
        });

        assertThat(page.url()).isEqualTo(link());
    }

    @Test
    void what_a_person_typed_does_nothing_here_either() {
        send("olga@evil.example", invitation("<img src=x onerror=alert(1)>", "<script>alert(1)</script> ${1+1}\n\n{link}"));
        page.onDialog(dialog -> {
            throw new AssertionError("A script ran");
        });

        openMail("onerror");

        assertThat(page.innerText("h1")).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(page.innerText("pre")).contains("<script>alert(1)</script> ${1+1}");
    }

    @Test
    void nobody_is_refused_so_that_one_can_see_what_follows() {
        assertThatThrownBy(() -> send("Nobody@northwind.example", invitation("Refused", "{link}")))
                .isInstanceOf(AddressRefusedException.class);
    }

    @Test
    void no_more_than_500_mails_are_kept() {
        smtp.send(IntStream.rangeClosed(1, 501).mapToObj(InboxTests::numbered).toArray(SimpleMailMessage[]::new));

        open("/inbox?to=many@many.example");

        assertThat(page.locator("tbody tr").count()).isEqualTo(500);
        assertThat(page.locator("tbody th").last().innerText()).isEqualTo("Number 2");
    }

    @ParameterizedTest
    @CsvSource({"en, 360", "es, 360", "de, 360", "en, 1280"})
    void the_pages_are_accessible_and_fit(String language, int width) {
        send("olga@axe.example", invitation("Seen with axe", "Hello\n\n{link}"));
        page.setViewportSize(width, 800);

        for (String path : List.of("/inbox?to=olga@axe.example&lang=", "/inbox?to=nowhere&lang=")) {
            open(path + language);
            assertAccessible();
        }
        open("/inbox?to=olga@axe.example");
        page.locator("tbody a").first().click();
        assertAccessible();
    }

    @Test
    void a_mails_html_is_accessible_by_itself() {
        send("olga@axe.example", new CodeMail("Contoso Cloud", "Northwind", "048213", 10));
        openMail("Northwind");

        page.setContent(page.request().get(page.url() + "/html").text());

        assertAccessible();
    }

    private void assertAccessible() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        // Nothing runs in the frame with the HTML part, axe neither.
        assertThat(new AxeBuilder(page).withTags(WCAG_22_AA).exclude("iframe").analyze().getViolations()).isEmpty();
    }

    private void openMail(String subject) {
        open("/inbox");
        page.click("tbody a:has-text('" + subject + "')");
    }

    private void open(String path) {
        page.navigate("http://127.0.0.1:" + port + path);
    }

    private void send(String recipient, MailContent content) {
        UUID request = UUID.randomUUID();
        mailer.send(new Mail(UUID.randomUUID(), request, "1", recipient, Locale.ENGLISH, content));
    }

    private static SimpleMailMessage numbered(int number) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("mandate@mandate.example");
        mail.setTo("many@many.example");
        mail.setSubject("Number " + number);
        mail.setText("Hello");
        return mail;
    }

    private MailContent invitation(String subject, String text) {
        return new InvitationMail(CARLA, subject, text, link());
    }

    private String link() {
        return "http://127.0.0.1:" + port + "/answer/abc";
    }
}
