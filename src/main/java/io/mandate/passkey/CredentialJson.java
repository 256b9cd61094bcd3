package io.mandate.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;

/** What goes to a browser and comes back from it, as JSON (Web Authentication Level 3, section 5.1). */
final class CredentialJson {

    /** Many times what a device sends. */
    private static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new WebauthnJackson2Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CredentialJson() {}

    static String write(Object options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static PublicKeyCredential<AuthenticatorAttestationResponse> added(String json) {
        PublicKeyCredential<AuthenticatorAttestationResponse> credential = read(json, new TypeReference<>() {});
        check(credential.getRawId(), credential.getType(), credential.getResponse());
        check(credential.getResponse().getAttestationObject(), credential.getResponse().getClientDataJSON());
        return credential;
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> used(String json) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential = read(json, new TypeReference<>() {});
        check(credential.getId(), credential.getRawId(), credential.getResponse());
        AuthenticatorAssertionResponse response = credential.getResponse();
        check(response.getAuthenticatorData(), response.getClientDataJSON(), response.getSignature());
        return credential;
    }

    private static <T> T read(String json, TypeReference<T> type) {
        if (json.length() > LONGEST) {
            throw new PasskeyRefusedException("Longer than anything that a device sends");
        }
        try {
            T read = JSON.readValue(json, type);
            check(read);
            return read;
        } catch (JsonProcessingException | IllegalArgumentException garbage) {
            throw new PasskeyRefusedException("Not what a device sends");
        }
    }

    private static void check(Object... parts) {
        if (Stream.of(parts).anyMatch(part -> part == null)) {
            throw new PasskeyRefusedException("Not what a device sends: something is missing");
        }
    }
}
