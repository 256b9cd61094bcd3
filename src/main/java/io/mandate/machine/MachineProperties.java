package io.mandate.machine;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How service accounts sign in, besides the access tokens that a page issues.
 *
 * @param issuer OAuth 2.0 or OpenID Connect server whose JWT access tokens services sign in with (RFC 9068), exactly as its tokens
 *     say in {@code iss}; where none is set no such token is taken
 * @param audience what these tokens must say in {@code aud}, best the base URL
 * @param callerClaim which claim names the caller
 * @param scopeClaim which claim holds the scopes: a list, or words with blanks between them
 * @param types which types a token's header may say: {@code at+jwt} as RFC 9068 wants it, {@code JWT} for issuers that do not
 * @param basic whether service accounts may sign in with names and passwords, too: for trying things out, the log warns
 */
@Validated
@ConfigurationProperties("mandate.machine")
public record MachineProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @NotNull @DefaultValue("client_id") @Pattern(regexp = CLAIM, message = CLAIM_WORDS) String callerClaim,
        @NotNull @DefaultValue("scope") @Pattern(regexp = CLAIM, message = CLAIM_WORDS) String scopeClaim,
        @NotEmpty @DefaultValue("at+jwt") Set<
                        @Pattern(regexp = "at\\+jwt|JWT", message = "may be at+jwt, JWT or both") String> types,
        @DefaultValue("false") boolean basic) {

    private static final String CLAIM = "[A-Za-z0-9._:/-]{1,100}";
    private static final String CLAIM_WORDS = "must be the name of a claim, such as client_id, azp or sub";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether tokens of an issuer are taken. */
    public boolean hasIssuer() {
        return !issuer.isBlank();
    }

    @AssertTrue(message = "mandate.machine.issuer: must be an https address without query, fragment or user (http on this machine)")
    boolean isIssuerUsable() {
        return !hasIssuer() || issuer.matches("[^?#\\s]+") && isSafe(issuer);
    }

    @AssertTrue(message = "mandate.machine.audience: must be set where mandate.machine.issuer is")
    boolean isAudienceGiven() {
        return !hasIssuer() || !audience.isBlank();
    }

    /** Whether keys may come from this address: what is not encrypted must not leave the machine. */
    public static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && uri.getRawUserInfo() == null && ("https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
