package io.mandate.identity.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** One more way to sign in to the pages; every bean of this type is asked once, at start. */
public interface FurtherSignIn {

    /**
     * Adds it to the chain of the pages.
     *
     * @param signedIn what follows on a sign-in, whichever way
     */
    void configure(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception;
}
