package io.mandate.identity.provider;

import io.mandate.catalog.Languages;
import io.mandate.identity.Account;
import io.mandate.identity.Role;
import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.identity.provider.VouchedOrganisation.Kind;
import io.mandate.relationship.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who somebody is from a token that was checked, and refuses what its provider may not say. */
final class Vouching {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

    private final String id;
    private final SignInProvider provider;
    private final Claims claims;

    Vouching(String id, SignInProvider provider, Map<String, Object> claims) {
        this.id = id;
        this.provider = provider;
        this.claims = new Claims(claims);
    }

    /** The person. Throws {@link RefusedSignInException} where a claim is missing or stands for nothing. */
    VouchedPerson person() {
        strength();
        VouchedOrganisation organisation = organisation();
        List<String> roles = provider.role().claim().isBlank() ? List.of() : claims.texts(provider.role().claim());
        Role role = role(organisation.kind(), roles);
        EmailAddress address = address(organisation);
        return new VouchedPerson(id, provider.issuer().toString(), subject(), address, name(address), language(), organisation, role,
                role == Role.CUSTOMER && provider.role().names(roles, Role.CUSTOMER));
    }

    private void strength() {
        if (!provider.acr().isEmpty() && claims.text("acr").filter(provider.acr()::contains).isEmpty()) {
            throw new RefusedSignInException(Reason.TOO_WEAK, "the claim acr has none of the values that are asked for");
        }
        if (!claims.texts("amr").containsAll(provider.amr())) {
            throw new RefusedSignInException(Reason.TOO_WEAK, "the claim amr lacks a value that is asked for");
        }
    }

    private VouchedOrganisation organisation() {
        if (!provider.fixed().isEmpty()) {
            return provider.fixed().get(0);
        }
        OrganisationClaim organisation = provider.organisation();
        List<String> present = claims.texts(organisation.claim());
        Set<VouchedOrganisation> known = present.stream().flatMap(organisation::of).collect(Collectors.toSet());
        if (known.isEmpty()) {
            throw new RefusedSignInException(Reason.NO_ORGANISATION, lacking(organisation.claim(), present, "organisation"));
        }
        if (known.size() > 1) {
            throw new RefusedSignInException(Reason.SEVERAL_ORGANISATIONS,
                    "the claim " + organisation.claim() + " stands for several organisations");
        }
        return known.iterator().next();
    }

    private Role role(Kind kind, List<String> present) {
        if (kind == Kind.CUSTOMER && !provider.role().isGiven()) {
            return Role.CUSTOMER;
        }
        return provider.role().of(present, kind).orElseThrow(
                () -> new RefusedSignInException(Reason.NO_ROLE, lacking(provider.role().claim(), present, "role of the organisation")));
    }

    private EmailAddress address(VouchedOrganisation organisation) {
        String claim = provider.addressClaim();
        String typed = claims.text(claim).orElseThrow(
                () -> new RefusedSignInException(Reason.NO_ADDRESS, "the claim " + claim + " is missing"));
        EmailAddress address = EmailAddress.parse(typed.toLowerCase(Locale.ROOT)).filter(one -> Account.isUsername(one.value()))
                .orElseThrow(() -> new RefusedSignInException(Reason.UNUSABLE_ADDRESS,
                        "the claim " + claim + " is no address, or one that cannot be the name of an account"));
        if (!provider.covers(address, organisation)) {
            throw new RefusedSignInException(Reason.FOREIGN_ADDRESS,
                    "the claim " + claim + " is an address of a domain for which the provider does not vouch");
        }
        if (!provider.authoritative() && !claims.isTrue("email_verified")) {
            throw new RefusedSignInException(Reason.ADDRESS_NOT_VERIFIED, "the claim email_verified is missing or false");
        }
        return address;
    }

    private String name(EmailAddress address) {
        String given = claims.text(provider.nameClaim()).orElseGet(() -> Stream.of("given_name", "family_name")
                .flatMap(one -> claims.text(one).stream()).collect(Collectors.joining(" ")));
        String name = NOT_IN_A_NAME.matcher(given).replaceAll(" ").strip();
        return cut(name.isEmpty() ? address.value() : name);
    }

    private static String cut(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        return name.substring(0, end < name.length() && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    private Optional<Locale> language() {
        return claims.text("locale").map(Locale::forLanguageTag).map(Languages::nearest);
    }

    /** OpenID Connect Core 1.0 section 2 allows 255 characters. */
    private String subject() {
        return claims.text("sub").filter(value -> value.length() <= LONGEST_SUBJECT).orElseThrow(
                () -> new RefusedSignInException(Reason.INVALID, "the claim sub is longer than " + LONGEST_SUBJECT + " characters"));
    }

    private static String lacking(String claim, List<String> present, String what) {
        return present.isEmpty() ? "the claim " + claim + " is missing" : "no value of the claim " + claim + " stands for any " + what;
    }
}
