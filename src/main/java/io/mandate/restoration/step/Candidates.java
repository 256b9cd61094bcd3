package io.mandate.restoration.step;

import io.mandate.relationship.Tiers;
import io.mandate.request.step.ActingOrganisations;
import org.springframework.stereotype.Component;

/** Who works on such a request in Tasklist. */
@Component("restorationCandidates")
public class Candidates extends ActingOrganisations {

    Candidates(Tiers tiers) {
        super(tiers);
    }
}
