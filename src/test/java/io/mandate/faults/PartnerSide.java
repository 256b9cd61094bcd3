package io.mandate.faults;

import io.mandate.faults.Asked.Act;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.FormElement;

/** Somebody of a partner's staff at Mandate's pages. They sign in again whenever they are asked to. */
final class PartnerSide {

    static final String PASSWORD = "secret";

    private final String partner;
    private final String username;
    private final Browser browser;
    private final Installation installation;

    PartnerSide(String partner, String username, Browser browser, Installation installation) {
        this.partner = partner;
        this.username = username;
        this.browser = browser;
        this.installation = installation;
    }

    String partner() {
        return partner;
    }

    /** Asks the customer for a relationship and the permission for mail, by a draft. Asking again leads to the same draft. */
    Outcome ask(Case of, Asked asked) throws UnansweredException {
        FormElement form = open("/requests/new").form("/requests").orElseThrow(() -> new UnansweredException("no form"));
        Map<String, String> fields = new HashMap<>(Map.of("organisation", "Northwind " + of.domain.substring(0, 8), "address", of.address,
                "language", "en", "cloud", "global", "country", "US", "mail_reader", "true", "mail_days", "730"));
        Page answer = act(of, asked, Act.ASK, form, fields);
        if (!answer.location().startsWith("/requests/")) {
            return Outcome.NOT_YET;
        }
        asked.request = answer.location().split("/")[2];
        return Outcome.DONE;
    }

    /** Sends the draft. */
    Outcome review(Case of, Asked asked) throws UnansweredException {
        Page draft = open("/requests/" + asked.request + "/draft");
        if (draft.form("/draft").isEmpty()) {
            return found(of, asked, Act.REVIEW, draft, asked.mayBeDone(Act.REVIEW));
        }
        Page answer = act(of, asked, Act.REVIEW, draft.form("/draft").get(), Map.of("send", "mandate"));
        return asked.isDone(Act.REVIEW) && answer.status() == 302 ? Outcome.DONE : Outcome.NOT_YET;
    }

    Outcome withdraw(Case of, Asked asked) throws UnansweredException {
        Page page = open("/requests/" + asked.request);
        if (page.form("/withdraw").isEmpty()) {
            return found(of, asked, Act.WITHDRAW, page, asked.mayBeDone(Act.WITHDRAW));
        }
        act(of, asked, Act.WITHDRAW, page.form("/withdraw").get(), Map.of());
        return asked.isDone(Act.WITHDRAW) ? Outcome.DONE : Outcome.NOT_YET;
    }

    /** Asks again for what was lost, in one step. Asking again leads to the same request. */
    Outcome restore(Case of, Asked asked) throws UnansweredException {
        Page page = open("/customers/" + relationship(of) + "/restore");
        if (page.form("/restore").isEmpty()) {
            return Outcome.NOT_YET;
        }
        Page answer = act(of, asked, Act.ASK, page.form("/restore").get(), Map.of("send", "mandate", "mail_days", "730"));
        if (!answer.location().startsWith("/requests/")) {
            return Outcome.NOT_YET;
        }
        asked.request = answer.location().split("/")[2];
        asked.tell(Act.REVIEW, Told.ACCEPTED);
        return Outcome.DONE;
    }

    Outcome giveUp(Case of) throws UnansweredException {
        Page page = open("/customers/" + relationship(of) + "/services/mail/give-up");
        return Removing.by(of, page, page.form("/give-up"), form -> browser.submit(form, Map.of("note", "")),
                installation.now(), "give up");
    }

    /** Asks for the end of the relationship, which comes when the notice period is over. */
    Outcome end(Case of) throws UnansweredException {
        String path = "/customers/" + relationship(of) + "/end";
        Page page = open(path);
        FormElement form = page.form("/end").orElse(null);
        if (form == null || page.has("button[value=takeBack]")) {
            of.note(installation.now(), "ask for the end", Told.FOUND_DONE, "");
            of.endAsked();
            return Outcome.DONE;
        }
        of.endAsked();
        String act = page.has("button[value=ask]") ? "ask" : "askOnceSettled";
        try {
            Page answer = browser.submit(form, Map.of("act", act));
            boolean accepted = answer.status() == 302 && !answer.location().startsWith("/sign-in");
            of.note(installation.now(), "ask for the end", accepted ? Told.ACCEPTED : Told.REFUSED, accepted ? "" : answer.toString());
            return accepted ? Outcome.DONE : Outcome.NOT_YET;
        } catch (UnansweredException nothing) {
            of.note(installation.now(), "ask for the end", Told.UNKNOWN, nothing.getMessage());
            throw nothing;
        }
    }

    /** The relationship, as the page of its first request leads to it. */
    private String relationship(Case of) throws UnansweredException {
        Asked first = of.asked().stream().filter(one -> one.partner.equals(partner)).findFirst().orElseThrow();
        if (first.relationship.isEmpty()) {
            String link = open("/requests/" + first.request).link("main a[href^=/customers/]")
                    .orElseThrow(() -> new UnansweredException("no link to the customer"));
            first.relationship = link.split("/")[2];
        }
        return first.relationship;
    }

    private Page act(Case of, Asked asked, Act act, FormElement form, Map<String, String> fields) throws UnansweredException {
        try {
            Page answer = browser.submit(form, fields);
            boolean accepted = answer.status() == 302 && !answer.location().startsWith("/sign-in") && !isTooLate(act, answer);
            note(of, asked, act, accepted ? Told.ACCEPTED : Told.REFUSED, accepted ? "" : answer.toString());
            return answer;
        } catch (UnansweredException nothing) {
            note(of, asked, act, Told.UNKNOWN, nothing.getMessage());
            throw nothing;
        }
    }

    /** The request had moved on before the form came: the page to which that leads says so. */
    private boolean isTooLate(Act act, Page answer) throws UnansweredException {
        return act != Act.ASK && browser.open(answer.location()).words().contains("That came too late");
    }

    /** The page has no such form any more: it was done before, or time has done something else. */
    private Outcome found(Case of, Asked asked, Act act, Page page, boolean byUs) {
        note(of, asked, act, byUs ? Told.FOUND_DONE : Told.REFUSED, page.toString());
        return byUs ? Outcome.DONE : Outcome.OVER;
    }

    private void note(Case of, Asked asked, Act act, Told told, String more) {
        asked.tell(act, told);
        of.note(installation.now(), partner + " " + act + " " + asked.request, told, more);
    }

    private Page open(String path) throws UnansweredException {
        Page page = browser.open(path);
        if (!page.path().startsWith("/sign-in")) {
            return page;
        }
        Page answer = browser.submit(page.form("/sign-in").orElseThrow(() -> new UnansweredException("no form to sign in")),
                Map.of("username", username, "password", PASSWORD));
        if (answer.location().startsWith("/sign-in")) {
            throw new UnansweredException("could not sign in: " + answer);
        }
        return browser.open(path);
    }
}
