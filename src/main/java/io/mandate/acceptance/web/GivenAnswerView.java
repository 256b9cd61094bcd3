package io.mandate.acceptance.web;

import io.mandate.mail.GrantedService;
import io.mandate.relationship.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows of an answer, in its language.
 *
 * @param provider the indirect provider that asked on the partner's behalf; empty where the partner asked itself
 * @param services what was approved; empty where the answer was no, or no permission was asked for
 */
record GivenAnswerView(
        boolean approved, String partner, Optional<String> provider, String person, String partnerAddress,
        String organisation, String name, String address, Consent.Proof proof, Instant at, String agreementVersion, String reason,
        List<GrantedService> services) {

    /** Whether any permission is extended before its end. */
    public boolean extending() {
        return services.stream().anyMatch(GrantedService::extending);
    }
}
