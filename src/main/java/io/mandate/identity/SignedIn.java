package io.mandate.identity;

import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.PartnerStaff;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person who acts: who is signed in on the current thread, on a page as well as in Tasklist.
 *
 * @param username the e-mail address in lower case
 * @param partnerId present for staff of a partner
 * @param customerId present for a customer's account; empty for who speaks for customers and signed in by a mailed link
 * @param method how the person proved who they are
 */
public record SignedIn(
        String username,
        String displayName,
        Role role,
        Optional<String> partnerId,
        Optional<UUID> customerId,
        String language,
        SignInMethod method) {

    /** Who is signed in. Throws {@link AccessDeniedException} where nobody is, or only a service is. */
    public static SignedIn current() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /** Who is signed in, or empty. */
    public static Optional<SignedIn> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).flatMap(SignedIn::of);
    }

    /** Who an authentication stands for, or empty where that is no account: anonymous, or a service. */
    public static Optional<SignedIn> of(Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person.signedIn())
                : Optional.empty();
    }

    /** The id of the partner whose staff this is. Throws {@link AccessDeniedException} for anybody else. */
    public String partner() {
        return partnerId.orElseThrow(() -> new AccessDeniedException("Only staff of a partner may do this"));
    }

    /** This person as partner staff. Throws {@link AccessDeniedException} for anybody else. */
    public PartnerStaff staff() {
        return new PartnerStaff(partner(), EmailAddress.of(username), displayName, Locale.forLanguageTag(language));
    }

    /** The id of the customer whose administrator this is. Throws {@link AccessDeniedException} for anybody else. */
    public UUID customer() {
        return customerId.orElseThrow(
                () -> new AccessDeniedException("Only an administrator of the customer may do this"));
    }
}
