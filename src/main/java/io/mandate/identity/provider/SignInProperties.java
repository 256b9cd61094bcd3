package io.mandate.identity.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in with what organisations already have. A mistake stops the start, with the name of the property.
 *
 * @param providers identity providers with which people sign in, by their ids, in the order of their buttons; an id is part of addresses and of accounts, and stays
 */
@ConfigurationProperties("mandate.sign-in")
public record SignInProperties(@DefaultValue Map<String, SignInProvider> providers) {

    private static final String PREFIX = "mandate.sign-in.providers.";
    private static final String ID = "[a-z][a-z0-9-]{0,59}";

    public SignInProperties {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        List<String> problems = providers.entrySet().stream()
                .flatMap(one -> one.getKey().matches(ID)
                        ? one.getValue().problems(PREFIX + one.getKey()).stream()
                        : List.of(PREFIX + one.getKey() + ": an id is letters a-z, digits and hyphens, and begins with a letter").stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** The provider of that id, or empty. */
    public Optional<SignInProvider> find(String id) {
        return Optional.ofNullable(providers.get(id));
    }
}
