package io.mandate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.testing.Chromium;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist and Cockpit as people have them before them. */
@ServiceTest
class WebAppsInBrowserTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    /** In milliseconds: the web apps load megabytes of script, on a busy machine, too. */
    private static final double PATIENCE = 120_000;

    private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired RuntimeService runtime;

    private final List<String> refused = new ArrayList<>();

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
    void people() {
        People.join(partners, accounts);
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
    }

    @Test
    void a_partner_works_in_tasklist_without_being_refused_anything() {
        invitations.request(new NewInvitation("Organisation", "admin@browser.example", "en", "US", "global", "",
                List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), People.PAULA);

        try (Page page = signIn(TASKLIST, People.PAULA.address().value())) {
            page.click(".task:has-text('Review invitation')");
            page.click("text=Claim");
            page.waitForSelector("text=What is asked for, and the e-mail that asks.");
            page.click("a:text-is('Diagram')");
            page.waitForSelector(".djs-container");
            page.click("a:text-is('Form')");
            page.click("button:text-is('Complete')");
            page.waitForSelector(".task:has-text('Review invitation')", hidden());

            assertThat(refused).isEmpty();
            assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
        }
    }

    @Test
    void signing_out_of_tasklist_leads_to_the_one_sign_in_and_back() {
        try (Page page = signIn(TASKLIST, People.PAULA.address().value())) {
            signOut(page);

            page.waitForSelector("h1:text-is('Sign in')");
            fill(page, People.PAULA.address().value());
            page.waitForSelector("text=All my tasks");
        }
    }

    @Test
    void signing_out_of_cockpit_signs_out_of_the_pages_too() {
        try (Page page = signIn(COCKPIT, People.OLIVIA)) {
            signOut(page);
            page.waitForSelector("h1:text-is('Sign in')");

            page.navigate(url("/overview"));

            page.waitForSelector("h1:text-is('Sign in')");
        }
    }

    @Test
    void a_process_owner_sees_the_three_processes_in_cockpit() {
        try (Page page = signIn(COCKPIT, People.OLIVIA)) {
            page.navigate(url(COCKPIT + "#/processes"));

            for (String name : List.of("Invitation", "Acceptance", "Grant")) {
                page.waitForSelector("td a:text-is('" + name + "')");
            }
            assertThat(refused).isEmpty();
        }
    }

    private Page signIn(String path, String username) {
        Page page = chromium.browser().newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onResponse(this::note);
        page.navigate(url(path));
        fill(page, username);
        page.waitForSelector("li.account");
        return page;
    }

    private static void fill(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", People.PASSWORD);
        page.click("main button[type=submit]");
    }

    private static void signOut(Page page) {
        page.click("li.account > a");
        page.click("li.logout a");
    }

    private void note(Response response) {
        if (response.status() == 401 || response.status() == 403 || response.status() >= 500) {
            refused.add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
