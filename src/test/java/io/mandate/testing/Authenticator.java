package io.mandate.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The device that Chromium plays for one page: it keeps passkeys and says yes to everything, or does not know its user. */
public final class Authenticator {

    private final CDPSession browser;
    private final String id;

    /** Gives the page a device. */
    public Authenticator(Page page) {
        browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        id = browser.send("WebAuthn.addVirtualAuthenticator", device).get("authenticatorId").getAsString();
    }

    /** From now on it recognises its user, or does not. */
    public void verifies(boolean yes) {
        JsonObject change = new JsonObject();
        change.addProperty("authenticatorId", id);
        change.addProperty("isUserVerified", yes);
        browser.send("WebAuthn.setUserVerified", change);
    }

    /** How many passkeys it keeps. */
    public int passkeys() {
        JsonObject which = new JsonObject();
        which.addProperty("authenticatorId", id);
        return browser.send("WebAuthn.getCredentials", which).getAsJsonArray("credentials").size();
    }
}
