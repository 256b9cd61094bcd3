package io.mandate.revocation;

import java.util.UUID;

/**
 * A service says that a partner can no longer act there: somebody removed it in the service's own portal.
 *
 * @param id chosen by the service, the same whenever it repeats the report
 * @param reassigned whether another partner was given it there
 */
public record ServiceReport(String id, UUID customer, String service, String partner, boolean reassigned) {

    /** Two reports with the same id must be the same report. */
    String content() {
        return String.join(" ", customer.toString(), service, partner, String.valueOf(reassigned));
    }
}
