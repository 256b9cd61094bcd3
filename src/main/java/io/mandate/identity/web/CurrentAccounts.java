package io.mandate.identity.web;

import io.mandate.identity.Accounts;
import io.mandate.identity.SignedInPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person whose account is locked, gone, or another than at the sign-in: one read by primary key for each
 * request but those for files. It is placed in the chain of the pages, and is no bean: it would be put before every chain.
 */
class CurrentAccounts extends OncePerRequestFilter {

    private final Accounts accounts;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    CurrentAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedInPerson person && !counts(person)) {
            end.logout(request, response, who);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PageSecurity.FILES.matches(request);
    }

    private boolean counts(SignedInPerson person) {
        return person.accountVersion().isEmpty()
                || person.accountVersion().equals(accounts.version(person.signedIn().username()));
    }
}
