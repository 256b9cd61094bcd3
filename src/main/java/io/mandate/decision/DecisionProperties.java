package io.mandate.decision;

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
 * Who may ask for decisions.
 *
 * @param callers the service accounts; without any, nobody can ask
 */
@Validated
@ConfigurationProperties("mandate.decision")
public record DecisionProperties(@Valid @NotNull @DefaultValue List<Caller> callers) {

    @AssertTrue(message = "mandate.decision.callers: two callers have the same name")
    boolean isEachNameGivenOnce() {
        return callers == null || callers.stream().map(Caller::name).distinct().count() == callers.size();
    }

    /**
     * A service account.
     *
     * @param password encoded as Spring Security has it: the encoding's name in braces, then the hash
     * @param services ids of the services that it may ask about
     */
    public record Caller(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]*", message = "may hold letters, digits, dot, hyphen and underscore")
                    String name,
            @NotBlank String password,
            @NotEmpty Set<@NotBlank String> services) {

        // A constraint on the password itself would print it when it fails.
        @AssertTrue(message = "mandate.decision.callers: a password must be encoded and say how, such as {bcrypt}$2a$10$...")
        boolean isPasswordEncoded() {
            return password == null || password.isBlank() || password.matches("\\{[^}]+\\}.+");
        }

        @Override
        public String toString() {
            return "Caller[name=%s, services=%s]".formatted(name, services);
        }
    }
}
