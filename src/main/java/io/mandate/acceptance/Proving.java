package io.mandate.acceptance;

import io.mandate.acceptance.ProofCodes.Issued;
import io.mandate.identity.provider.VouchedCustomer;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.CodeMail;
import io.mandate.mail.MailFailedException;
import io.mandate.passkey.PasskeyRules;
import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that the person who answers belongs to the customer: a code is mailed to an address of theirs and entered in
 * the same browser, or the customer's own identity provider vouches for them there. The partner, who may hold the link too,
 * can neither read that mail nor sign in there.
 */
@Service
public class Proving {

    private final Clock clock;
    private final Questions questions;
    private final ProofCodes codes;
    private final RelationshipSides sides;
    private final Correspondence correspondence;
    private final PasskeyRules passkeys;
    private final TransactionTemplate transactions;

    Proving(Clock clock, Questions questions, ProofCodes codes, RelationshipSides sides, Correspondence correspondence,
            PasskeyRules passkeys, TransactionTemplate transactions) {
        this.clock = clock;
        this.questions = questions;
        this.codes = codes;
        this.sides = sides;
        this.correspondence = correspondence;
        this.passkeys = passkeys;
        this.transactions = transactions;
    }

    private record Mailing(Request request, EmailAddress address, String code) {}

    /** Where a person at a browser stands. */
    public enum Step {
        /** No code is on its way. */
        CODE_NEEDED,
        /** A code was mailed and can be entered. */
        CODE_SENT,
        /** The address is proven; a passkey is demanded as well. */
        PASSKEY_NEEDED,
        PROVEN
    }

    /**
     * Where a person stands.
     *
     * @param address where the code went once one was sent, or for which a provider vouches
     * @param provider id of the identity provider that vouches for it; empty for a code
     */
    public record State(Step step, Optional<EmailAddress> address, Optional<String> provider) {}

    /** What this browser has proven for the request. */
    public State state(Request request, String browser) {
        return codes.state(request.id(), browser)
                .map(state -> new State(step(state), Optional.of(state.address()), state.provider()))
                .orElse(new State(Step.CODE_NEEDED, Optional.empty(), Optional.empty()));
    }

    private Step step(ProofCodes.State state) {
        if (state.proven()) {
            return passkeys.isDemanded() && !state.passkey() ? Step.PASSKEY_NEEDED : Step.PROVEN;
        }
        return state.awaitsCode() ? Step.CODE_SENT : Step.CODE_NEEDED;
    }

    /** Whether somebody of the customer has proven, since the live link was sent, that they have it. */
    public boolean isReached(Request request) {
        return request.times().sentAt().filter(sent -> codes.isProvenSince(request.id(), sent)).isPresent();
    }

    /**
     * Mails a code to an address of the customer. Throws {@link InvalidInputException} where it is none, where the last
     * code is less than a minute old or too many were sent, or where the mail could not be sent.
     *
     * @param typed an address, or the part of one before the customer's domain; ignored where only one address may answer
     */
    public void sendCode(String token, String browser, String typed, Locale language) {
        Mailing mailing = transactions.execute(begun -> {
            Request request = questions.lock(token);
            EmailAddress address = address(typed.strip(), customer(request));
            return new Mailing(request, address, issue(request, browser, address));
        });
        Request request = mailing.request();
        try {
            correspondence.to(mailing.address(), request, "code " + clock.instant(), language, new CodeMail(
                    correspondence.contact(request).asking(language), request.organisation(), mailing.code(),
                    (int) ProofCodes.VALIDITY.toMinutes()));
        } catch (MailFailedException | AddressRefusedException failed) {
            codes.withdraw(request.id(), browser);
            throw problem("address", failed instanceof MailFailedException ? "problem.code.mail" : "problem.code.refused");
        }
    }

    /**
     * Checks the code that was entered. Throws {@link InvalidInputException} where it does not prove anything: about the
     * code where it can be entered again, about the address where a new code is needed.
     */
    public void enter(String token, String browser, String code) {
        // A wrong one counts: what is thrown about it comes after the commit.
        switch (transactions.execute(begun -> codes.enter(questions.request(token).id(), browser, code.replaceAll("\\s", "")))) {
            case PROVEN -> { }
            case WRONG -> throw problem("code", "problem.code.wrong");
            case TOO_MANY_TRIES -> throw problem("address", "problem.code.tries");
            case EXPIRED -> throw problem("address", "problem.code.expired");
        }
    }

    /** Whether this is a person of the customer who is asked, by the word of the customer's own identity provider. */
    public boolean belongs(Request request, VouchedCustomer person) {
        CustomerIdentity customer = customer(request);
        return customer.equals(person.identity()) && customer.covers(person.address());
    }

    /** Takes the provider's word for a person who {@linkplain #belongs belongs} to the customer, instead of a code. */
    public void vouched(Request request, String browser, VouchedCustomer person) {
        codes.vouch(request.id(), browser, person.address(), person.provider());
    }

    /** By what the customer who is asked is known. */
    public CustomerIdentity customer(Request request) {
        return sides.of(request.relationshipId()).customer().identity();
    }

    private static EmailAddress address(String typed, CustomerIdentity customer) {
        String whole = typed.contains("@") ? typed : customer.isWholeAddress() ? customer.value() : typed + "@" + customer;
        EmailAddress address = EmailAddress.parse(whole).orElseThrow(() -> problem("address", "problem.address"));
        if (!customer.covers(address)) {
            throw problem("address", "problem.address.customer", customer.readable());
        }
        return address;
    }

    private String issue(Request request, String browser, EmailAddress address) {
        Issued issued = codes.issue(request.id(), browser, address);
        issued.refusal().ifPresent(refusal -> {
            throw problem("address", refusal == ProofCodes.Refusal.TOO_SOON ? "problem.code.wait" : "problem.code.many");
        });
        return issued.code();
    }

    private static InvalidInputException problem(String field, String code, Object... arguments) {
        return new InvalidInputException(new FieldProblem(field, code, arguments));
    }
}
