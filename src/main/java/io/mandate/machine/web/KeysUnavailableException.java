package io.mandate.machine.web;

import org.springframework.security.core.AuthenticationException;

/** Whether an access token counts cannot be told now, since the issuer's keys cannot be had. */
class KeysUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("The issuer's keys cannot be had", cause);
    }
}
