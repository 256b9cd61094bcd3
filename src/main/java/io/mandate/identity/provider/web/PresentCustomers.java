package io.mandate.identity.provider.web;

import io.mandate.identity.Accounts;
import io.mandate.identity.provider.ProviderUser;
import io.mandate.identity.provider.VouchedCustomer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who is signed in by a customer's provider, for pages that are served to anybody and look at no session otherwise. */
@Component
public class PresentCustomers {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;

    PresentCustomers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The person of the request's session; empty where nobody is signed in so, or the account is locked or another by now. */
    public Optional<VouchedCustomer> of(HttpServletRequest request) {
        Authentication who = sessions.loadDeferredContext(request).get().getAuthentication();
        return who != null && who.getPrincipal() instanceof ProviderUser user
                        && user.accountVersion().equals(accounts.version(user.getUsername()))
                ? user.ofCustomer()
                : Optional.empty();
    }
}
