package io.mandate.mail;

import java.util.List;

/**
 * A service whose permission ended, and what a look at the service showed.
 *
 * @param check name of a {@code CheckResult}
 * @param left the roles that the service still gives; names in the mail's language
 */
public record RemovedService(String service, String check, List<String> left) {

    /** Whether nobody looked. */
    boolean isUnchecked() {
        return check.equals("NOT_CHECKED");
    }
}
