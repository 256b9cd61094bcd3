package io.mandate.machine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The service accounts that stand in the settings.
 *
 * @param callers service accounts of the issuer: {@code name} as the claim has it, {@code services} (ids), and for trying things out
 *     {@code password}, encoded. Accounts of tokens that a page issues need no setting
 */
@Validated
@ConfigurationProperties("mandate.decision")
public record CallerProperties(@Valid @NotNull @DefaultValue List<Account> callers) {

    @AssertTrue(message = "mandate.decision.callers: two callers have the same name")
    boolean isEachNameGivenOnce() {
        return callers == null || callers.stream().map(Account::name).distinct().count() == callers.size();
    }

    /**
     * A service account.
     *
     * @param name as the issuer's tokens have it
     * @param password for HTTP Basic, where that is on, or empty: encoded as Spring Security has it, the encoding's name in braces, then
     *     the hash
     * @param services ids of the services for which it speaks
     */
    public record Account(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]*", message = "may hold letters, digits, dot, hyphen and underscore")
                    String name,
            @DefaultValue("") String password,
            @NotEmpty Set<@NotBlank String> services) {

        // A constraint on the password itself would print it when it fails.
        @AssertTrue(message = "mandate.decision.callers: a password must be encoded and say how, such as {bcrypt}$2a$10$...")
        boolean isPasswordEncoded() {
            return password.isEmpty() || password.matches("\\{[^}]+\\}.+");
        }

        @Override
        public String toString() {
            return "Account[name=%s, services=%s]".formatted(name, services);
        }
    }
}
