package io.mandate.acceptance;

import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Request;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Proves, beside the address, that the person at a browser has the passkey of the person with that address; who has none yet adds
 * the first one here. Who has one never gets another one here: then the mailbox alone would do.
 */
@Service
public class PasskeyProving {

    private final Questions questions;
    private final ProofCodes codes;
    private final ProofPasskeys proofs;
    private final Passkeys passkeys;

    PasskeyProving(Questions questions, ProofCodes codes, ProofPasskeys proofs, Passkeys passkeys) {
        this.questions = questions;
        this.codes = codes;
        this.proofs = proofs;
        this.passkeys = passkeys;
    }

    /** Whether the person with this address has a passkey already. */
    public boolean hasOne(EmailAddress address) {
        return !passkeys.of(PasskeyOwner.ofCustomer(address)).isEmpty();
    }

    /** What the browser asks its device for, as JSON. Throws {@link NotProvenException} where the address is not proven. */
    public String options(String token, String browser) {
        Request request = questions.request(token);
        EmailAddress address = proven(request, browser);
        PasskeyOwner owner = PasskeyOwner.ofCustomer(address);
        String challenge = Passkeys.newChallenge();
        proofs.keep(request.id(), browser, challenge);
        return hasOne(address) ? passkeys.toUse(Optional.of(owner), challenge) : passkeys.toAdd(owner, challenge);
    }

    /**
     * Takes what the device answered.
     *
     * @param name for a passkey that is added
     * @throws NotProvenException where the address is not proven
     * @throws PasskeyRefusedException where it is not what was asked for
     * @throws io.mandate.relationship.InvalidInputException where a passkey is to be added and its name does not do, or the person
     *     cannot be told by mail
     */
    public void prove(String token, String browser, String json, String name, Locale language) {
        Request request = questions.request(token);
        EmailAddress address = proven(request, browser);
        PasskeyOwner owner = PasskeyOwner.ofCustomer(address);
        String challenge = proofs.take(request.id(), browser)
                .orElseThrow(() -> new PasskeyRefusedException("Nothing was asked for, or too long ago"));
        if (hasOne(address)) {
            passkeys.use(owner, challenge, json);
        } else {
            passkeys.addFirst(owner, challenge, json, name, language);
        }
        proofs.used(request.id(), browser, address);
    }

    private EmailAddress proven(Request request, String browser) {
        return codes.state(request.id(), browser).filter(ProofCodes.State::proven).map(ProofCodes.State::address)
                .orElseThrow(NotProvenException::new);
    }
}
