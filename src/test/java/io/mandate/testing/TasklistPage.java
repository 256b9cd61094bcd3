package io.mandate.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Tasklist in a browser, as a person uses it. */
public final class TasklistPage {

    private final Page page;
    private final String base;

    public TasklistPage(Page page, int port) {
        this.page = page;
        this.base = "http://127.0.0.1:" + port;
    }

    /** Signs in on Mandate's own page. */
    public void signIn(String username) {
        page.navigate(base + "/sign-in");
        page.fill("#username", username);
        page.fill("#password", People.PASSWORD);
        page.click("form[action$='/sign-in'] button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Opens a page of Mandate or a web app. */
    public void open(String path) {
        page.navigate(base + path);
    }

    /** Opens the start form of a process. */
    public void startForm(String process) {
        page.click("a:has-text('Start process')");
        page.locator(".modal-content").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** Opens a task of the list and takes it. */
    public void claim(String task) {
        page.locator("[cam-tasks]").getByText(task, new Locator.GetByTextOptions().setExact(true)).first().click();
        page.locator("[cam-tasklist-task]").getByText("Claim", new Locator.GetByTextOptions().setExact(true)).click();
        button("Complete").waitFor();
    }

    /** A field of the form that is open. */
    public Locator field(String key) {
        return page.locator("[id$='-Field_" + key + "']");
    }

    /** Chooses from a list of the form. */
    public void choose(String key, String label) {
        field(key).locator("xpath=ancestor::div[contains(@class, 'fjs-input-group')]").click();
        page.locator(".fjs-dropdownlist-item").getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** A button with exactly this word. */
    public Locator button(String word) {
        return page.locator("button.btn-primary").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + word + "\\s*$")));
    }

    /** The sentence in which Tasklist says that something was refused. */
    public String refusal() {
        Locator message = page.locator(".notifications .message, .notifications .alert").first();
        message.waitFor();
        return message.innerText();
    }
}
