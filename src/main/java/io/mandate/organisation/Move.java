package io.mandate.organisation;

import java.util.Locale;

/**
 * A move as a person filled it in, not yet checked.
 *
 * @param partner id of the partner that is to hold the permission
 * @param days its term from now on
 * @param note what both partners are to read, empty for nothing
 * @param agreementVersion which agreement was shown
 * @param language in which everything was shown
 */
public record Move(
        String partner, int days, String note, boolean agreementAccepted, String agreementVersion, Locale language) {}
