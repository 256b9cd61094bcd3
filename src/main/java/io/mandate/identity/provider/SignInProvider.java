package io.mandate.identity.provider;

import io.mandate.identity.provider.VouchedOrganisation.Kind;
import io.mandate.relationship.EmailAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One identity provider, and all that it may vouch for. Everybody that it knows belongs to one partner, one customer or the
 * house; or a claim says to which of several.
 *
 * @param label what people call it; on its button
 * @param issuer whose tokens count, to the letter; its settings are found under it (OpenID Connect Discovery 1.0 section 4)
 * @param scopes what is asked for, in addition to {@code openid}
 * @param domains addresses of other domains are refused; for people of customers it is the customer's domain
 * @param authoritative whether addresses count without the claim {@code email_verified}
 * @param partner the id of the partner to which everybody belongs, or empty
 * @param customer the domain, or the one address, of the customer to which everybody belongs, or empty
 * @param house whether everybody works for whoever runs Mandate
 * @param organisation which organisation somebody belongs to, where a claim says so
 * @param role what somebody may do here
 * @param addressClaim where the person's e-mail address is
 * @param nameClaim where the person's name is
 * @param acr the authentication contexts of which one must be stated; empty for any
 * @param amr the authentication methods that must all be stated; empty for any
 * @param signature how tokens are signed (RFC 7518 section 3.1)
 */
public record SignInProvider(
        String label,
        URI issuer,
        String clientId,
        String clientSecret,
        @DefaultValue({"email", "profile"}) List<String> scopes,
        @DefaultValue Set<String> domains,
        @DefaultValue("false") boolean authoritative,
        @DefaultValue("") String partner,
        @DefaultValue("") String customer,
        @DefaultValue("false") boolean house,
        @DefaultValue OrganisationClaim organisation,
        @DefaultValue RoleClaim role,
        @DefaultValue("email") String addressClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,
        @DefaultValue("RS256") String signature) {

    public SignInProvider {
        domains = domains.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Every organisation that somebody of this provider can belong to. */
    List<VouchedOrganisation> organisations() {
        return Stream.concat(fixed().stream(), organisation.all()).toList();
    }

    /** The one organisation to which everybody belongs; none where a claim says it. */
    List<VouchedOrganisation> fixed() {
        return Stream.of(
                        Stream.of(partner).filter(id -> !id.isBlank()).map(VouchedOrganisation::partner),
                        Stream.of(customer).filter(id -> !id.isBlank()).map(VouchedOrganisation::customer),
                        Stream.of(house).filter(is -> is).map(is -> VouchedOrganisation.HOUSE))
                .flatMap(one -> one)
                .toList();
    }

    /** Whether somebody of this provider can belong to such an organisation. */
    boolean vouchesFor(Kind kind) {
        return organisations().stream().anyMatch(one -> one.kind() == kind);
    }

    /** Whether addresses of this domain count for an organisation of the provider's. */
    boolean covers(EmailAddress address, VouchedOrganisation belongs) {
        return belongs.kind() == Kind.CUSTOMER ? belongs.identity().covers(address) : domains.contains(address.domain());
    }

    /** What is wrong with these settings, each with the name of its property. */
    List<String> problems(String name) {
        return new ProviderProblems(name, this).found();
    }

    @Override
    public String toString() {
        return "SignInProvider[%s, %s]".formatted(label, issuer);
    }
}
