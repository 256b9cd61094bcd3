package io.mandate.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of Web Authentication, as Spring Security has them: a device always verifies its user, and keeps the passkey so
 * that nobody has to type a name. What is asked of a browser is told by the challenge alone, and made anew from it.
 */
@Component
class Ceremonies {

    /** How long a browser, and with it a person, may take. */
    static final Duration TIME = Duration.ofMinutes(5);

    private final PasskeyUsers users;
    private final Webauthn4JRelyingPartyOperations adding;
    private final Webauthn4JRelyingPartyOperations using;

    Ceremonies(RelyingParty party, PasskeyUsers users, PasskeyCredentials credentials) {
        this.users = users;
        this.adding = operations(party, users, credentials.adding());
        this.using = operations(party, users, credentials.using());
    }

    private static Webauthn4JRelyingPartyOperations operations(
            RelyingParty party, PasskeyUsers users, UserCredentialRepository credentials) {
        return new Webauthn4JRelyingPartyOperations(users, credentials,
                PublicKeyCredentialRpEntity.builder().id(party.id()).name("Mandate").build(), Set.of(party.origin()));
    }

    /** What a device is asked for to add a passkey. */
    PublicKeyCredentialCreationOptions toAdd(PasskeyUser user, Bytes challenge) {
        PublicKeyCredentialCreationOptions usual = adding.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(user.owner())));
        return PublicKeyCredentialCreationOptions.builder()
                .rp(usual.getRp()).user(user).challenge(challenge).timeout(TIME)
                .pubKeyCredParams(usual.getPubKeyCredParams()).excludeCredentials(usual.getExcludeCredentials())
                .attestation(usual.getAttestation()).extensions(usual.getExtensions())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build())
                .build();
    }

    /** What a device is asked for to use a passkey: of that owner, or of whoever has one. */
    PublicKeyCredentialRequestOptions toUse(Optional<PasskeyOwner> owner, Bytes challenge) {
        PublicKeyCredentialRequestOptions usual = using.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(owner.map(Ceremonies::as).orElse(null)));
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(usual.getRpId()).challenge(challenge).timeout(TIME)
                .allowCredentials(usual.getAllowCredentials()).userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** Adds what a device made. Throws {@link PasskeyRefusedException} where it is not what it was asked for. */
    void add(PasskeyUser user, Bytes challenge, String json, String name) {
        PublicKeyCredential<AuthenticatorAttestationResponse> made = CredentialJson.added(json);
        checked(() -> adding.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                toAdd(user, challenge), new RelyingPartyPublicKey(made, name))));
    }

    /** Whose passkey a device used. Throws {@link PasskeyRefusedException} where it is not what it was asked for. */
    PasskeyOwner use(Bytes challenge, String json) {
        PublicKeyCredential<AuthenticatorAssertionResponse> shown = CredentialJson.used(json);
        PublicKeyCredentialRequestOptions asked = toUse(Optional.empty(), challenge);
        Bytes handle = checked(() -> using.authenticate(new RelyingPartyAuthenticationRequest(asked, shown))).getId();
        Bytes told = shown.getResponse().getUserHandle();
        if (told != null && !told.equals(handle)) {
            throw new PasskeyRefusedException("The passkey is another person's");
        }
        return users.find(handle).map(PasskeyUser::owner).orElseThrow(() -> new PasskeyRefusedException("Nobody has this passkey"));
    }

    /** The libraries say with these that something is not as it has to be. */
    private static <T> T checked(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (WebAuthnException | IllegalArgumentException refused) {
            throw new PasskeyRefusedException("Not what was asked for: " + refused.getClass().getSimpleName(), refused);
        }
    }

    private static UsernamePasswordAuthenticationToken as(PasskeyOwner owner) {
        return UsernamePasswordAuthenticationToken.authenticated(owner.key(), null, List.of());
    }
}
