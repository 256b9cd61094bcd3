package io.mandate.invitation.step;

import io.mandate.relationship.Tiers;
import io.mandate.request.step.ActingOrganisations;
import org.springframework.stereotype.Component;

/** Who works on an invitation in Tasklist. */
@Component("invitationCandidates")
public class Candidates extends ActingOrganisations {

    Candidates(Tiers tiers) {
        super(tiers);
    }
}
