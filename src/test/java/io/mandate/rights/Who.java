package io.mandate.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of the table. */
enum Who {
    ANYBODY,
    PARTNER_ADMINISTRATOR,
    PARTNER_AGENT,
    CUSTOMER,
    PROCESS_OWNER,
    SUPPORT,
    AUDITOR,
    SERVICE_ACCOUNT;

    static List<String> columns() {
        return Arrays.stream(values()).map(Who::column).toList();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
