package io.mandate.identity.provider;

import org.springframework.security.core.AuthenticationException;

/** A sign-in by an identity provider that led to nothing: nothing was changed. */
public class RefusedSignInException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RefusedSignInException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The provider cannot be reached. */
    public static RefusedSignInException unreachable(String detail) {
        return new RefusedSignInException(Reason.UNREACHABLE, detail);
    }

    /** Why; pages have a text for each. */
    public enum Reason {
        /** The provider cannot be reached, or says nothing usable about itself. */
        UNREACHABLE,
        /** Begun too long ago, in another window, or not at all. */
        INTERRUPTED,
        /** The person did not sign in there. */
        CANCELLED,
        /** What came back cannot be trusted. */
        INVALID,
        NO_ADDRESS,
        /** An address that cannot be the name of an account. */
        UNUSABLE_ADDRESS,
        ADDRESS_NOT_VERIFIED,
        /** An address of a domain for which the provider does not vouch. */
        FOREIGN_ADDRESS,
        NO_ORGANISATION,
        SEVERAL_ORGANISATIONS,
        NO_ROLE,
        /** Signed in more weakly than asked for. */
        TOO_WEAK,
        /** The address belongs to a local account, or to one of another provider. */
        ADDRESS_TAKEN,
        LOCKED
    }

    public Reason reason() {
        return reason;
    }

    /** For whoever runs Mandate: what is missing, without anything about the person. */
    public String detail() {
        return getMessage();
    }
}
