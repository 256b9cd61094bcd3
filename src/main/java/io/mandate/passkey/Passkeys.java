package io.mandate.passkey;

import io.mandate.MandateProperties;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.mail.PasskeyMail;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's passkeys: added by a device, used with it, removed by the person; of adding and removing the person hears by mail. */
@Service
@Transactional
public class Passkeys {

    /** How long a challenge counts: so long a person may take in front of their device. */
    public static final Duration TIME = Ceremonies.TIME;

    /** The longest name that a person can give a passkey. */
    public static final int LONGEST_NAME = 60;

    static final int MOST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyUsers users;
    private final PasskeyCredentials credentials;
    private final Ceremonies ceremonies;
    private final MandateProperties mandate;
    private final Mailer mailer;
    private final Clock clock;

    Passkeys(PasskeyUsers users, PasskeyCredentials credentials, Ceremonies ceremonies, MandateProperties mandate, Mailer mailer,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.ceremonies = ceremonies;
        this.mandate = mandate;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** A new challenge: 32 random bytes, as text. It is to be kept for {@link #TIME} and for one answer. */
    public static String newChallenge() {
        return Bytes.random().toBase64UrlString();
    }

    /** The passkeys of a person, the oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(PasskeyOwner owner) {
        return users.find(owner).map(credentials::of).orElse(List.of());
    }

    /** What a browser is asked for to add a passkey, as JSON. */
    public String toAdd(PasskeyOwner owner, String challenge) {
        return CredentialJson.write(ceremonies.toAdd(users.ensure(owner), Bytes.fromBase64(challenge)));
    }

    /** What a browser is asked for to use a passkey, as JSON; of anybody where no owner is given. */
    @Transactional(readOnly = true)
    public String toUse(Optional<PasskeyOwner> owner, String challenge) {
        return CredentialJson.write(ceremonies.toUse(owner, Bytes.fromBase64(challenge)));
    }

    /**
     * Adds what a browser sent, and tells the person by mail.
     *
     * @param name that the person gives it
     * @throws PasskeyRefusedException where it is not what was asked for
     * @throws InvalidInputException where the name is missing or long, there are ten already, or the mail could not be sent: nothing
     *     is stored then
     */
    public void add(PasskeyOwner owner, String challenge, String json, String name, Locale language) {
        add(owner, challenge, json, name, language, MOST);
    }

    /** As {@link #add}, for who has none yet; {@link PasskeyRefusedException} where they have one meanwhile. */
    public void addFirst(PasskeyOwner owner, String challenge, String json, String name, Locale language) {
        add(owner, challenge, json, name, language, 1);
    }

    private void add(PasskeyOwner owner, String challenge, String json, String name, Locale language, int most) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw problem("name", "problem.passkey.name", LONGEST_NAME);
        }
        PasskeyUser user = users.ensure(owner);
        users.lock(user);
        int present = credentials.of(user).size();
        if (present >= MOST) {
            throw problem("name", "problem.passkey.most", MOST);
        } else if (present >= most) {
            throw new PasskeyRefusedException("There is one already");
        }
        ceremonies.add(user, Bytes.fromBase64(challenge), json, name);
        try {
            tell(owner, name, true, language);
        } catch (AddressRefusedException | MailFailedException failed) {
            throw problem("name", "problem.passkey.mail");
        }
    }

    /** Whose passkey a browser used. Throws {@link PasskeyRefusedException} where it is not what was asked for. */
    public PasskeyOwner use(String challenge, String json) {
        return ceremonies.use(Bytes.fromBase64(challenge), json);
    }

    /** As {@link #use(String, String)}; refused, too, where it is another person's. */
    public void use(PasskeyOwner owner, String challenge, String json) {
        if (!use(challenge, json).equals(owner)) {
            throw new PasskeyRefusedException("The passkey is another person's");
        }
    }

    /**
     * Removes a passkey of the person, and tells them by mail; it is gone, too, where that fails.
     *
     * @return its name; empty where there is none of theirs
     */
    public Optional<String> remove(PasskeyOwner owner, String id, Locale language) {
        Optional<Passkey> removed = users.find(owner).flatMap(user -> credentials.of(user).stream()
                .filter(one -> one.id().equals(id)).findFirst().filter(one -> credentials.remove(user, id)));
        removed.ifPresent(one -> {
            try {
                tell(owner, one.name(), false, language);
            } catch (AddressRefusedException | MailFailedException failed) {
                LOG.warn("Somebody could not be told that a passkey of theirs was removed: {}", failed.getMessage());
            }
        });
        return removed.map(Passkey::name);
    }

    /** Forgets all passkeys of one who is not to sign in any more. */
    public void forget(PasskeyOwner owner) {
        users.forget(owner);
    }

    /** Forgets the passkeys of all who speak for no customer any more. Those of staff go with the account. */
    public void forgetOthers() {
        users.forgetOthers();
    }

    private void tell(PasskeyOwner owner, String name, boolean added, Locale language) {
        mailer.sendUnrecorded(owner.key() + " " + name + " " + clock.instant(), owner.address(), language,
                new PasskeyMail(name, added, clock.instant(), mandate.url("/passkeys")));
    }

    private static InvalidInputException problem(String field, String code, Object... arguments) {
        return new InvalidInputException(new FieldProblem(field, code, arguments));
    }
}
