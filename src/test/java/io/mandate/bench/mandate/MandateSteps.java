package io.mandate.bench.mandate;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Approval;
import io.mandate.acceptance.DeadLinkException;
import io.mandate.acceptance.Proving;
import io.mandate.bench.app.BusinessSteps;
import io.mandate.bench.app.Commits;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The steps by Mandate's use cases: what its pages call. */
final class MandateSteps implements BusinessSteps {

    static final AskedPermission MAIL = new AskedPermission("mail", List.of("mail-administrator", "mail-reader"), 365);

    private final Map<String, Request> drafts = new ConcurrentHashMap<>();
    private final Commits commits = new Commits();
    private final Invitations invitations;
    private final Proving proving;
    private final Answers answers;

    MandateSteps(Invitations invitations, Proving proving, Answers answers) {
        this.invitations = invitations;
        this.proving = proving;
        this.answers = answers;
    }

    @Override
    public String ask(String staff, String address) {
        Request draft = invitations.request(
                new NewInvitation("Northwind Traders", address, "en", "US", "global", "", List.of(MAIL), false), person(staff));
        drafts.put(draft.id().toString(), draft);
        return draft.id().toString();
    }

    @Override
    public void review(String id, String staff) {
        // What the page shows, and the form sends back.
        Request draft = drafts.remove(id);
        invitations.review(UUID.fromString(id), draft.subject(), draft.text(), SentBy.MANDATE, person(staff));
    }

    @Override
    public void sendCode(String token, String browser, String address) {
        try {
            proving.sendCode(token, browser, address, Locale.ENGLISH);
        } catch (DeadLinkException early) {
            throw new NotYetException();
        }
    }

    @Override
    public void enter(String token, String browser, String code) {
        proving.enter(token, browser, code);
    }

    @Override
    public void approve(String token, String browser) {
        answers.approve(token, browser,
                new Approval("Ada Admin", true, true, "2026-10", Locale.ENGLISH, List.of(new Choice(MAIL, ""))));
        commits.now(browser);
    }

    @Override
    public Map<String, Long> committed() {
        return commits.take();
    }

    private static PartnerStaff person(String staff) {
        return new PartnerStaff("contoso", EmailAddress.of(staff), "Paula Pérez", Locale.ENGLISH);
    }
}
