package io.mandate.machine;

import java.security.Principal;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/**
 * A service account that has proven who it is.
 *
 * @param services ids of the services for which it speaks
 * @param scopes what it may do for them
 */
public record Caller(String name, Set<String> services, Set<Scope> scopes) implements Principal {

    public Caller {
        services = Set.copyOf(services);
        scopes = Set.copyOf(scopes);
    }

    /** Who made a request. Throws {@link AccessDeniedException} where that is no service account. */
    public static Caller of(Principal principal) {
        Object who = principal instanceof Authentication signedIn ? signedIn.getPrincipal() : principal;
        if (who instanceof Caller caller) {
            return caller;
        }
        throw new AccessDeniedException("No service account asks");
    }

    /** Whether it speaks for this service. */
    public boolean speaksFor(String service) {
        return services.contains(service);
    }

    @Override
    public String getName() {
        return name;
    }
}
