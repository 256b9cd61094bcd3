package io.mandate.identity;

import io.mandate.relationship.Administrator;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Signs administrators of customers in, who proved by a mailed link that they read mail at their address. */
@Component
public class AdministratorLookup {

    private final Administrators administrators;
    private final SignInLinks links;

    AdministratorLookup(Administrators administrators, SignInLinks links) {
        this.administrators = administrators;
        this.links = links;
    }

    /** What checks a presented link; a new one at each call. */
    public AuthenticationProvider provider() {
        return new OneTimeTokenAuthenticationProvider(links, this::user);
    }

    private UserDetails user(String address) {
        Administrator one = administrators.with(EmailAddress.of(address)).stream().findFirst()
                .orElseThrow(() -> new UsernameNotFoundException("No administrator any more"));
        return new AccountUser(one, SignInMethod.LINK);
    }
}
