package io.mandate.acceptance;

import io.mandate.passkey.PasskeyRules;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Consent.Proof;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.Requests;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the customer's answer. An approval and the permissions that it gives are one transaction: where another partner
 * holds one by now, {@link io.mandate.relationship.HolderChangedException} leaves everything as it was.
 *
 * <p>The methods called {@code record…} change the record only: they serve Tasklist, where the engine moves on by itself.
 */
@Service
@Transactional
public class Answers {

    private final Clock clock;
    private final AnswerRules rules;
    private final Questions questions;
    private final ShownQuestion shown;
    private final ProofCodes codes;
    private final RelationshipSides sides;
    private final Requests requests;
    private final RequestRegister register;
    private final Consents consents;
    private final Administrators administrators;
    private final AcceptanceProcess process;
    private final PasskeyRules passkeys;

    Answers(Clock clock, AnswerRules rules, Questions questions, ShownQuestion shown, ProofCodes codes,
            RelationshipSides sides, Requests requests, RequestRegister register, Consents consents,
            Administrators administrators, AcceptanceProcess process, PasskeyRules passkeys) {
        this.clock = clock;
        this.rules = rules;
        this.questions = questions;
        this.shown = shown;
        this.codes = codes;
        this.sides = sides;
        this.requests = requests;
        this.register = register;
        this.consents = consents;
        this.administrators = administrators;
        this.process = process;
        this.passkeys = passkeys;
    }

    /**
     * Approves all or part of the request behind the link.
     *
     * @param browser the secret of the browser in which a code was entered, or a provider's word was brought
     * @throws NotProvenException where none was, or not within the last hour
     * @throws PasskeyMissingException where a passkey is demanded and none was used in this browser within the last hour
     */
    public Request approve(String token, String browser, Approval approval) {
        Request request = questions.lock(token);
        ProofCodes.State proven = proven(request, browser);
        if (passkeys.isDemanded() && !proven.passkey()) {
            throw new PasskeyMissingException();
        }
        Request approved = approve(request, approval, proven.address(), proof(proven));
        process.approved(approved);
        return approved;
    }

    /** Declines the request behind the link; it needs no passkey. Throws {@link NotProvenException} as {@link #approve}. */
    public Request decline(String token, String browser, Refusal refusal) {
        Request request = questions.lock(token);
        ProofCodes.State proven = proven(request, browser);
        Request declined = decline(request, refusal, proven.address(), proof(proven));
        process.declined(declined);
        return declined;
    }

    /**
     * Records the approval of a person who is signed in with an account of the customer.
     *
     * @throws PasskeyMissingException where a passkey is demanded: there is no way to use one in Tasklist
     */
    public Request recordApproval(UUID id, Approval approval, UUID customer, EmailAddress account) {
        if (passkeys.isDemanded()) {
            throw new PasskeyMissingException();
        }
        return approve(of(customer, id), approval, account, Proof.ACCOUNT);
    }

    /** Records the decline of a person who is signed in with an account of the customer. */
    public Request recordDecline(UUID id, Refusal refusal, UUID customer, EmailAddress account) {
        return decline(of(customer, id), refusal, account, Proof.ACCOUNT);
    }

    /** Stops reminders for the request behind the link; asked twice, it stays so. */
    public void stopReminders(String token) {
        Request request = questions.lock(token);
        if (!request.remindersStopped()) {
            register.change(request, Request::withoutReminders, TimelineEvent.REMINDERS_STOPPED, request.address().value(), "");
        }
    }

    private Request approve(Request request, Approval approval, EmailAddress address, Proof proof) {
        Question question = questions.questionWithHolders(request, approval.language());
        rules.check(question, approval);
        Instant now = clock.instant();
        List<AskedPermission> chosen = approval.chosen().stream().map(Choice::permission).toList();
        Request approved = register.change(
                request, before -> before.approved(chosen, now), TimelineEvent.APPROVED, approval.name().strip(), address.value());
        consents.add(approved, question.relationship().partnerId(), new Consent(request.id(), true, approval.name().strip(), address, proof, now, approval.language(),
                approval.agreementVersion(), shown.json(question, approval.language()), approval.chosen()));
        administrators.admit(question.relationship().customer().id(), address, approval.name().strip(), approval.language());
        return approved;
    }

    private Request decline(Request request, Refusal refusal, EmailAddress address, Proof proof) {
        Question question = questions.questionWithHolders(request, refusal.language());
        rules.check(refusal);
        Instant now = clock.instant();
        Request declined = register.change(request, before -> before.declined(refusal.reason().strip(), now),
                TimelineEvent.DECLINED, refusal.name().strip(), address.value());
        consents.add(declined, question.relationship().partnerId(), new Consent(request.id(), false, refusal.name().strip(), address, proof, now, refusal.language(),
                "", shown.json(question, refusal.language()), List.of()));
        return declined;
    }

    private Request of(UUID customer, UUID id) {
        Request request = requests.lock(id);
        if (!sides.of(request.relationshipId()).customer().id().equals(customer)) {
            throw new NotFoundException("request", id);
        }
        return request;
    }

    private ProofCodes.State proven(Request request, String browser) {
        return codes.state(request.id(), browser).filter(ProofCodes.State::proven).orElseThrow(NotProvenException::new);
    }

    private static Proof proof(ProofCodes.State proven) {
        Proof address = proven.provider().isPresent() ? Proof.PROVIDER : Proof.CODE;
        return proven.passkey() ? address.andPasskey() : address;
    }
}
