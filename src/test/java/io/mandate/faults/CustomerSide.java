package io.mandate.faults;

import io.mandate.faults.Asked.Act;
import io.mandate.faults.MailSink.Received;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.FormElement;

/** The customer's administrator, who reads mails and follows their links. */
final class CustomerSide {

    private static final Pattern SIGN_IN = Pattern.compile("https?://\\S+/sign-in/link/([A-Za-z0-9_-]+)(?=\\s|$)");
    private static final String ANSWERED = "The request was answered";
    /** After that nobody waits for a mail any longer, and asks for another. */
    private static final long PATIENCE_MILLIS = 65_000;

    private final Browser browser;
    private final Installation installation;
    private int mailsBeforeLink = -1;
    private long linkAskedAt;

    CustomerSide(Browser browser, Installation installation) {
        this.browser = browser;
        this.installation = installation;
    }

    /** One step further on the way from the mail to the answer. */
    Outcome answer(Case of, Asked asked, Act act) throws UnansweredException {
        if (asked.token.isEmpty() && !findLink(of, asked)) {
            return Outcome.NOT_YET;
        }
        Page page = browser.open("/answer/" + asked.token);
        if (page.status() != 200 || page.path().endsWith("/done")) {
            return answered(of, asked, act, page);
        }
        if (page.form("/proof").isPresent() && asked.mailsBeforeCode >= 0) {
            return enterCode(of, asked, page);
        }
        if (page.form("/code").isPresent()) {
            return askForCode(of, asked, page);
        }
        return decide(of, asked, act, page);
    }

    private boolean findLink(Case of, Asked asked) {
        Set<String> others = of.asked().stream().map(one -> one.token).collect(Collectors.toSet());
        String from = asked.partner.equals(Scene.CONTOSO) ? "Contoso Cloud" : "Fabrikam Managed Services";
        Optional<String> found = installation.mail.to(of.address, mail -> mail.text().contains(from)).stream()
                .flatMap(mail -> TestMail.linkIn(mail.text()).stream()).map(link -> link.substring(link.lastIndexOf('/') + 1))
                .filter(token -> !others.contains(token)).findFirst();
        found.ifPresent(token -> asked.token = token);
        return found.isPresent();
    }

    /** The link leads to no question: somebody answered, and if that was we, we did not know; or it is too late. */
    private Outcome answered(Case of, Asked asked, Act act, Page page) {
        boolean isAnswered = page.path().endsWith("/done") || page.words().contains(ANSWERED);
        boolean byUs = isAnswered && asked.mayBeDone(act);
        note(of, asked, act, byUs ? Told.FOUND_DONE : Told.REFUSED, page.toString());
        if (byUs && act == Act.APPROVE) {
            of.passed(asked.partner, Told.FOUND_DONE);
        }
        return byUs ? Outcome.DONE : Outcome.OVER;
    }

    private Outcome askForCode(Case of, Asked asked, Page page) throws UnansweredException {
        if (System.currentTimeMillis() - asked.codeAskedAt < PATIENCE_MILLIS && asked.mailsBeforeCode >= 0) {
            return Outcome.NOT_YET;
        }
        asked.codeAskedAt = System.currentTimeMillis();
        int before = mails(of).size();
        Page answer = browser.submit(page.form("/code").orElseThrow(), Map.of());
        asked.mailsBeforeCode = before;
        if (answer.status() >= 400) {
            // Neither was one sent nor is there anything to wait for.
            asked.mailsBeforeCode = answer.words().contains("less than a minute ago") ? before : -1;
            of.note(installation.now(), "ask for a code", Told.REFUSED, answer.toString());
        }
        return Outcome.NOT_YET;
    }

    private Outcome enterCode(Case of, Asked asked, Page page) throws UnansweredException {
        List<Received> all = mails(of);
        Optional<String> code = all.subList(0, Math.max(0, all.size() - asked.mailsBeforeCode)).stream()
                .flatMap(mail -> TestMail.codeIn(mail.text()).stream())
                .filter(one -> !asked.tried.contains(one)).findFirst();
        if (code.isEmpty()) {
            return page.form("/code").isPresent() ? askForCode(of, asked, page) : Outcome.NOT_YET;
        }
        Page answer = browser.submit(page.form("/proof").orElseThrow(), Map.of("code", code.get()));
        asked.tried.add(code.get());
        if (answer.status() != 302) {
            of.note(installation.now(), "enter a code", Told.REFUSED, answer.toString());
        }
        return Outcome.NOT_YET;
    }

    private Outcome decide(Case of, Asked asked, Act act, Page page) throws UnansweredException {
        boolean yes = act == Act.APPROVE;
        FormElement form = page.form(yes ? "/approve" : "/decline").orElseThrow(() -> new AssertionError("No answer possible: " + page));
        Map<String, String> fields = yes
                ? Map.of("name", "Ada Admin", "administrator", "true", "agreementAccepted", "true")
                : Map.of("decline_name", "Ada Admin", "decline_administrator", "true", "reason", "Not now");
        try {
            Page answer = browser.submit(form, fields);
            boolean accepted = answer.status() == 302 && answer.location().contains("/done");
            note(of, asked, act, accepted ? Told.ACCEPTED : Told.REFUSED, accepted ? "" : answer.toString());
            if (yes) {
                of.passed(asked.partner, accepted ? Told.ACCEPTED : Told.REFUSED);
            }
            return accepted ? Outcome.DONE : Outcome.NOT_YET;
        } catch (UnansweredException nothing) {
            note(of, asked, act, Told.UNKNOWN, nothing.getMessage());
            if (yes) {
                of.passed(asked.partner, Told.UNKNOWN);
            }
            throw nothing;
        }
    }

    /** One step further on the way from signing in by a mailed link to removing the permission for mail. */
    Outcome remove(Case of) throws UnansweredException {
        Page home = browser.open("/organisation");
        if (home.path().startsWith("/sign-in")) {
            return signIn(of, home);
        }
        String organisation = home.path().startsWith("/organisation/") ? home.path()
                : home.link("main a[href^=/organisation/]").orElseThrow(() -> new UnansweredException("no organisation"));
        Page page = browser.open("/organisation/" + organisation.split("/")[2] + "/services/mail/remove");
        return Removing.by(of, page, page.form("/remove"), form -> browser.submit(form, Map.of("note", "")), installation.now(), "remove");
    }

    private Outcome signIn(Case of, Page page) throws UnansweredException {
        List<Received> all = mails(of);
        Optional<String> token = mailsBeforeLink < 0 ? Optional.empty() : all.subList(0, Math.max(0, all.size() - mailsBeforeLink)).stream()
                .map(mail -> SIGN_IN.matcher(mail.text())).filter(Matcher::find).map(link -> link.group(1)).findFirst();
        if (token.isPresent()) {
            mailsBeforeLink = -1;
            Page link = browser.open("/sign-in/link/" + token.get());
            browser.submit(link.form("/sign-in/by-link").orElseThrow(() -> new UnansweredException("no form")), Map.of());
        } else if (mailsBeforeLink < 0 || System.currentTimeMillis() - linkAskedAt > PATIENCE_MILLIS) {
            linkAskedAt = System.currentTimeMillis();
            mailsBeforeLink = all.size();
            FormElement form = page.form("/sign-in/link").orElseThrow(() -> new UnansweredException("no form"));
            browser.submit(form, Map.of("username", of.address));
        }
        return Outcome.NOT_YET;
    }

    private List<Received> mails(Case of) {
        return installation.mail.to(of.address, any -> true);
    }

    private void note(Case of, Asked asked, Act act, Told told, String more) {
        asked.tell(act, told);
        of.note(installation.now(), "customer " + act + " " + asked.request, told, more);
    }
}
