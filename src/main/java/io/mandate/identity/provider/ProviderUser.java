package io.mandate.identity.provider;

import io.mandate.identity.Account;
import io.mandate.identity.AccountUser;
import io.mandate.identity.SignInMethod;
import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person whom a provider signed in. What the session keeps of the token is the token itself, to sign out with. */
public class ProviderUser extends AccountUser implements OidcUser {

    private static final long serialVersionUID = 1L;

    private final String provider;
    private final String customer;
    private final String token;

    ProviderUser(Account account, VouchedPerson person, String token) {
        super(account, SignInMethod.PROVIDER);
        this.provider = person.provider();
        this.customer = person.customer().orElse(null);
        this.token = token;
    }

    /** The provider's id in the settings. */
    public String provider() {
        return provider;
    }

    /** The token that the provider gave, as a hint whom to sign out there. */
    public String token() {
        return token;
    }

    /** The person as one of a customer's; empty for anybody else. */
    public Optional<VouchedCustomer> ofCustomer() {
        return Optional.ofNullable(customer)
                .map(identity -> new VouchedCustomer(EmailAddress.of(getUsername()), new CustomerIdentity(identity), provider));
    }

    @Override
    public String getName() {
        return getUsername();
    }

    /** Nothing of the token counts after the sign-in. */
    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return null;
    }
}
