package io.mandate.identity.provider;

import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.relationship.CustomerIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The providers that pages offer, and what pages say of a sign-in that was refused. */
@Component
public class OfferedProviders {

    private final SignInProperties settings;

    OfferedProviders(SignInProperties settings) {
        this.settings = settings;
    }

    /** One button. */
    public record Offered(String id, String label) {}

    /** A sign-in that was refused. */
    public record Refusal(String label, Reason reason) {}

    /** All, in the order of the settings. */
    public List<Offered> all() {
        return settings.providers().entrySet().stream().map(one -> new Offered(one.getKey(), one.getValue().label())).toList();
    }

    /** Those that vouch for people of this customer. */
    public List<Offered> of(CustomerIdentity customer) {
        return all().stream()
                .filter(one -> settings.find(one.id()).orElseThrow().organisations()
                        .contains(VouchedOrganisation.customer(customer.value())))
                .toList();
    }

    /** What people call a provider that may no longer be in the settings. */
    public String label(String id) {
        return settings.find(id).map(SignInProvider::label).orElse(id);
    }

    /** What an address says of a refused sign-in; empty where it says nothing that can be. */
    public Optional<Refusal> refusal(String id, String reason) {
        return settings.find(id).flatMap(provider -> Arrays.stream(Reason.values())
                .filter(one -> one.name().equals(reason)).findFirst()
                .map(known -> new Refusal(provider.label(), known)));
    }
}
