package io.mandate.testing;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Approval;
import io.mandate.acceptance.Proving;
import io.mandate.acceptance.Refusal;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestComponent;

/** The steps of people through a request's life, by Mandate's use cases and real mail. */
@TestComponent
public class Lifecycle {

    public static final AskedPermission MAIL = new AskedPermission("mail", List.of("mail-administrator", "mail-reader"), 365);
    public static final AskedPermission INFRASTRUCTURE =
            new AskedPermission("infrastructure", List.of("infrastructure-operator"), 90);
    public static final String AGREEMENT = "2026-10";

    private final Invitations invitations;
    private final Proving proving;
    private final Answers answers;
    private final Jobs jobs;

    Lifecycle(Partners partners, Invitations invitations, Proving proving, Answers answers, ManagementService management) {
        this.invitations = invitations;
        this.proving = proving;
        this.answers = answers;
        this.jobs = new Jobs(management);
        People.join(partners);
    }

    /** Runs due jobs and moves the clock. */
    public Jobs jobs() {
        return jobs;
    }

    /** An address of a customer that no other test has. */
    public static String newAddress() {
        return "ada@" + UUID.randomUUID().toString().substring(0, 8) + ".northwind.example";
    }

    /** A draft that asks the customer of this address. */
    public Request draft(PartnerStaff staff, String address, AskedPermission... services) {
        return invitations.request(new NewInvitation(
                "Northwind Traders", address, "en", "US", "global", "", List.of(services), services.length == 0), staff);
    }

    /** The draft, reviewed as it stands; its mail is due. */
    public Request reviewed(Request draft, PartnerStaff staff, SentBy by) {
        return invitations.review(draft.id(), draft.subject(), draft.text(), by, staff);
    }

    /** A request whose mail was sent. */
    public Request sent(PartnerStaff staff, String address, AskedPermission... services) {
        Request request = reviewed(draft(staff, address, services), staff, SentBy.MANDATE);
        jobs.runDue();
        return request;
    }

    /** The token of the newest link that was mailed to the address. */
    public String token(String address) {
        String link = TestMail.link(address);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Proves the address in a browser called after it, with a mailed code. */
    public String proven(String address) {
        String token = token(address);
        proving.sendCode(token, address, address, Locale.ENGLISH);
        proving.enter(token, address, TestMail.code(address));
        return token;
    }

    /** Approves what the address was asked by its newest link; the permissions are shown as held by nobody. */
    public Request approve(String address, AskedPermission... chosen) {
        return approve(proven(address), address, Arrays.stream(chosen).map(one -> new Choice(one, "")).toList());
    }

    /** Approves with a proven browser, having been shown these holders. */
    public Request approve(String token, String browser, List<Choice> chosen) {
        return answers.approve(token, browser, new Approval("Ada Admin", true, true, AGREEMENT, Locale.ENGLISH, chosen));
    }

    /** Declines what the address was asked by its newest link. */
    public Request decline(String address, String reason) {
        return answers.decline(proven(address), address, new Refusal("Ada Admin", true, reason, Locale.ENGLISH));
    }
}
