package io.mandate.passkey;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;

/**
 * An owner as devices know them: by a random handle, and by the address as the name that they show.
 *
 * @param handle 32 random bytes
 */
record PasskeyUser(PasskeyOwner.Kind kind, String address, Bytes handle) implements PublicKeyCredentialUserEntity {

    private static final long serialVersionUID = 1L;

    PasskeyOwner owner() {
        return new PasskeyOwner(kind, address);
    }

    @Override
    public String getName() {
        return address;
    }

    @Override
    public Bytes getId() {
        return handle;
    }

    @Override
    public String getDisplayName() {
        return address;
    }
}
