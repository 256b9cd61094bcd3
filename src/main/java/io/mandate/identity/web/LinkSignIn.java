package io.mandate.identity.web;

import io.mandate.identity.AdministratorLookup;
import io.mandate.identity.SignInLetters;
import io.mandate.identity.SignInLinks;
import io.mandate.relationship.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ott.OneTimeTokenLoginConfigurer;
import org.springframework.stereotype.Component;

/** Signing in by a mailed link: what Spring Security's one-time token login does here, and which page follows. */
@Component
class LinkSignIn {

    static final String ASK = "/sign-in/link";
    static final String ENTER = "/sign-in/by-link";

    private final SignInLinks links;
    private final SignInLetters letters;
    private final AdministratorLookup administrators;
    private final SignInHandlers handlers;

    LinkSignIn(SignInLinks links, SignInLetters letters, AdministratorLookup administrators, SignInHandlers handlers) {
        this.links = links;
        this.letters = letters;
        this.administrators = administrators;
        this.handlers = handlers;
    }

    void configure(OneTimeTokenLoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .tokenGeneratingUrl(ASK)
                .tokenService(links)
                .authenticationProvider(administrators.provider())
                .tokenGenerationSuccessHandler(this::asked)
                .showDefaultSubmitPage(false)
                .loginProcessingUrl(ENTER)
                .authenticationSuccessHandler(handlers.signedIn())
                .authenticationFailureHandler((request, response, failure) ->
                        response.sendRedirect(request.getContextPath() + "/sign-in?link=dead#customers"));
    }

    /** The same answer for every address that can be one. */
    private void asked(HttpServletRequest request, HttpServletResponse response, OneTimeToken token) throws IOException {
        Optional<EmailAddress> address = EmailAddress.parse(token.getUsername());
        address.ifPresent(known -> letters.send(known, token));
        request.getSession().setAttribute(SignInController.TYPED_ADDRESS, shortened(token.getUsername()));
        response.sendRedirect(request.getContextPath() + "/sign-in?link=" + (address.isPresent() ? "sent" : "wrong") + "#customers");
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), SignInHandlers.LONGEST_NAME));
    }
}
