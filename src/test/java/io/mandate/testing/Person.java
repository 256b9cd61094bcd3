package io.mandate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser of their own, who does with Mandate's pages what people do. */
public final class Person implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3} ?\\d{3})\\s*$");

    private static final Pattern CODE_SUBJECT = Pattern.compile("Your code|Ihr Code|Su código");

    private static final int PATIENCE = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /** Opens a browser window without any history. */
    public Person(Browser browser, String base) {
        this(browser, base, "en");
    }

    /** Opens a browser window whose owner prefers a language. */
    public Person(Browser browser, String base, String language) {
        this.context = browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(1200, 900));
        // Long, since the machine may be busy with other things.
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                violations.add(said.page().url() + ": " + said.text());
            }
        });
        this.page = context.newPage();
        this.base = base;
    }

    public Page page() {
        return page;
    }

    /** Goes to a path of Mandate. */
    public Person visit(String path) {
        page.navigate(path.startsWith("http") ? path : base + path);
        return this;
    }

    /** Signs in with an account of the demo. */
    public Person signIn(String username) {
        visit("/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo");
        page.locator("form[action$='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** Asks a customer in the United States for roles, given as the fields' names, or for none; stays at the draft. */
    public Person ask(String organisation, String address, String... roles) {
        visit("/requests/new");
        page.locator("input[name=organisation]").fill(organisation);
        page.locator("input[name=address]").fill(address);
        page.locator("input[name=cloud][value=global]").check();
        page.locator("select[name=country]").selectOption("US");
        for (String role : roles) {
            page.locator("input[type=checkbox][name=" + role + "]").check();
        }
        if (roles.length == 0) {
            page.locator("input[type=checkbox][name=withoutPermission]").check();
        }
        page.locator("form[action$='/requests'] button[type=submit]").click();
        page.waitForURL("**/draft");
        return this;
    }

    /** Lets Mandate send the draft at hand. */
    public Person letMandateSend() {
        page.locator("button[name=send][value=mandate]").click();
        page.waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}$"));
        return this;
    }

    /** Opens the newest mail to an address in the inbox whose subject contains these words, waiting for it to arrive. */
    public Person openMail(String address, String subject) {
        Locator mail = page.locator("table a").filter(new Locator.FilterOptions().setHasText(subject));
        page.waitForCondition(() -> {
            visit("/inbox?to=" + address);
            return mail.count() > 0;
        }, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        mail.first().click();
        // A click does not wait for the page that it opens.
        page.waitForURL(Pattern.compile(".*/inbox/[^/?]+$"));
        return this;
    }

    /** Follows the personal link in the mail at hand, again where its sending is not yet finished. */
    public Person followLink() {
        String link = page.locator("pre a[href*='/answer/']").first().getAttribute("href");
        page.waitForCondition(() -> visit(link).page().locator("#codeRequest").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        return this;
    }

    /** Has a code mailed to the address proposed, reads it in the inbox in another tab, and enters it. */
    public Person prove(String address) {
        page.locator("#codeRequest button[type=submit]").click();
        page.locator("input[name=code]").waitFor();
        String code = codeFor(address);
        page.locator("input[name=code]").fill(code);
        page.locator("#proof button[type=submit]").click();
        page.locator("form#approval, form#passkey").first().waitFor();
        return this;
    }

    private String codeFor(String address) {
        try (Page inbox = context.newPage()) {
            inbox.navigate(base + "/inbox?to=" + address);
            // Other mails may come in meanwhile.
            inbox.locator("table a").filter(new Locator.FilterOptions().setHasText(CODE_SUBJECT)).first().click();
            Matcher code = CODE.matcher(inbox.locator("pre").innerText());
            if (!code.find()) {
                throw new AssertionError("No code in: " + inbox.locator("pre").innerText());
            }
            return code.group(1);
        }
    }

    /** Approves what is ticked. */
    public Person approve(String name) {
        Locator form = page.locator("form#approval");
        form.locator("input[name=name]").fill(name);
        form.locator("input[type=checkbox][name=agreementAccepted]").check();
        form.locator("input[type=checkbox][name=administrator]").check();
        form.locator("button[type=submit]").click();
        return this;
    }

    /** What the page says. */
    public String reads() {
        return page.locator("main").innerText();
    }

    /** Keeps a picture of the page under target/screenshots. */
    public Person picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true));
        return this;
    }

    /** Looks at the page on a large screen and on a phone: a picture of each, and nothing may be wrong with either. */
    public Person look(String name) {
        for (int width : new int[] {360, 1200}) {
            page.setViewportSize(width, 900);
            picture(width == 360 ? name + "-phone" : name);
            assertThat(Look.tooWide(page)).asList().as(name + " at " + width).isEmpty();
            assertThat(Look.violations(page)).as(name + " at " + width).isEmpty();
        }
        return this;
    }

    /** Signs in at a customer's pages with a mailed link. */
    public Person signInByLink(String address) {
        visit("/sign-in");
        page.locator("#address").fill(address);
        page.locator("form[action$='/sign-in/link'] button").click();
        page.getByText("If " + address).waitFor();
        openMail(address, "Your link to sign in").page().locator("pre a[href*='/sign-in/link/']").click();
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> url.contains("/organisation/"));
        return this;
    }

    /** Opens the partner's page of a customer, found by the customer's domain. */
    public Person openCustomer(String domain) {
        visit("/customers?q=" + domain);
        page.locator("table th[scope=row] a").first().click();
        page.locator("main .crumbs").waitFor();
        return this;
    }

    /** What the newest mails to an address say whose subject contains these words; waits until there are so many. */
    public List<String> mails(String address, String subject, int many) {
        Locator found = page.locator("table a").filter(new Locator.FilterOptions().setHasText(subject));
        page.waitForCondition(() -> visit("/inbox?to=" + address).page().locator("main").count() > 0 && found.count() >= many,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        List<String> addresses = found.all().stream().map(mail -> mail.getAttribute("href")).toList();
        return addresses.stream().map(mail -> visit(mail).reads().replaceAll("\\s+", " ")).toList();
    }

    /** Goes home; fails where a page on the way had something that its content security policy does not allow. */
    @Override
    public void close() {
        context.close();
        assertThat(violations).as("against the content security policy").isEmpty();
    }
}
