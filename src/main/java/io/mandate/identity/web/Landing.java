package io.mandate.identity.web;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import org.springframework.stereotype.Component;

/** The page that a person sees first. */
@Component
class Landing {

    private final WebAppAccess webApps;

    Landing(WebAppAccess webApps) {
        this.webApps = webApps;
    }

    /** Its path. */
    String of(SignedIn signedIn) {
        if (signedIn.role() == Role.PROCESS_OWNER || signedIn.role() == Role.AUDITOR) {
            return "/overview";
        }
        if (signedIn.role().ofPartner()) {
            return "/customers";
        }
        if (signedIn.role() == Role.SUPPORT) {
            return "/support";
        }
        return webApps.admits(signedIn) ? "/camunda/app/tasklist/default/" : "/organisation";
    }
}
