package io.mandate.invitation.step;

import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.request.step.AddressCorrection;
import org.springframework.stereotype.Component;

@Component("invitationCorrectAddress")
class CorrectAddress extends AddressCorrection {

    CorrectAddress(OwnRequests own, Requests requests) {
        super(own, requests);
    }
}
