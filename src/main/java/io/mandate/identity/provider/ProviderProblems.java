package io.mandate.identity.provider;

import io.mandate.identity.Role;
import io.mandate.identity.provider.VouchedOrganisation.Kind;
import io.mandate.relationship.EmailAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with the settings of one provider. */
final class ProviderProblems {

    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_ISSUER = 255;
    private static final Set<String> SIGNATURES =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String name;
    private final SignInProvider provider;
    private final List<String> found = new ArrayList<>();

    ProviderProblems(String name, SignInProvider provider) {
        this.name = name;
        this.provider = provider;
    }

    List<String> found() {
        refuse(isBlank(provider.label()) || provider.label().length() > LONGEST_LABEL, "label",
                "must be given, with at most 40 characters");
        refuse(!isUsable(provider.issuer()), "issuer",
                "must be an https address without query and fragment (http is taken on this machine only)");
        refuse(isBlank(provider.clientId()), "client-id", "must be given");
        refuse(isBlank(provider.clientSecret()), "client-secret", "must be given, best by the environment");
        refuse(isBlank(provider.addressClaim()), "address-claim", "must not be empty");
        refuse(isBlank(provider.nameClaim()), "name-claim", "must not be empty");
        refuse(!SIGNATURES.contains(provider.signature()), "signature",
                "must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512");
        organisations();
        roles();
        domains();
        return found;
    }

    private void organisations() {
        int ways = provider.fixed().size() + (provider.organisation().isGiven() ? 1 : 0);
        refuse(ways == 0, "partner", "who belongs to this provider must be given by one of partner, customer, house and organisation");
        refuse(ways > 1, "organisation", "only one of partner, customer, house and organisation can be given");
        refuse(provider.organisation().isGiven() && provider.organisation().claim().isBlank(), "organisation.claim",
                "must be given where values are");
        refuse(!provider.organisation().claim().isBlank() && provider.organisation().all().findAny().isEmpty(), "organisation",
                "must map values of its claim to partners, customers or the house");
        provider.organisations().stream().filter(one -> one.kind() == Kind.CUSTOMER).map(VouchedOrganisation::id)
                .filter(identity -> !isIdentity(identity))
                .forEach(identity -> found.add(
                        name + (provider.customer().isBlank() ? ".organisation.customers" : ".customer")
                                + ": " + identity + " is neither a domain nor an address"));
        long values = provider.organisation().partners().size() + provider.organisation().customers().size()
                + provider.organisation().house().size();
        refuse(values != provider.organisation().values().size(), "organisation", "a value stands for two organisations");
    }

    private void roles() {
        RoleClaim role = provider.role();
        refuse(!role.values().isEmpty() && role.claim().isBlank(), "role.claim", "must be given where values are");
        refuse(!role.claim().isBlank() && role.values().isEmpty(), "role.values", "must map values of the claim to roles");
        role.values().forEach((value, one) -> refuse(!possible(one), "role.values." + value,
                one + " is no role of the organisations that this provider vouches for"));
        refuse(role.otherwise() != null && !possible(role.otherwise()), "role.otherwise",
                role.otherwise() + " is no role of the organisations that this provider vouches for");
        boolean needed = provider.vouchesFor(Kind.PARTNER) || provider.vouchesFor(Kind.HOUSE);
        refuse(needed && !role.isGiven(), "role", "must say what people may do here");
    }

    private void domains() {
        boolean needed = provider.vouchesFor(Kind.PARTNER) || provider.vouchesFor(Kind.HOUSE);
        refuse(needed && provider.domains().isEmpty(), "domains", "must name the domains of its people's addresses");
        provider.domains().forEach(one -> refuse(!isDomain(one), "domains", one + " is no domain in its ASCII form"));
    }

    private boolean possible(Role role) {
        return provider.organisations().stream().anyMatch(one -> one.kind().has(role));
    }

    private void refuse(boolean wrong, String property, String problem) {
        if (wrong) {
            found.add(name + "." + property + ": " + problem);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** OpenID Connect Core 1.0 section 2, of the claim iss. */
    private static boolean isUsable(URI issuer) {
        return issuer != null && issuer.toString().length() <= LONGEST_ISSUER && issuer.getHost() != null && issuer.getQuery() == null && issuer.getFragment() == null
                && ("https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && HERE.contains(issuer.getHost())));
    }

    private static boolean isIdentity(String identity) {
        return identity.contains("@") ? EmailAddress.parse(identity).isPresent() : isDomain(identity);
    }

    private static boolean isDomain(String domain) {
        return EmailAddress.parse("a@" + domain).filter(one -> one.domain().equals(domain)).isPresent();
    }
}
