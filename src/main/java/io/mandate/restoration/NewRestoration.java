package io.mandate.restoration;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.SentBy;
import java.util.List;

/**
 * What a partner asks for under a relationship in force, as a person filled it in, not yet checked.
 *
 * @param language of the mail: en, es or de
 * @param note the partner's own words to the customer, empty for none
 * @param by who sends the mail
 */
public record NewRestoration(String address, String language, String note, List<AskedPermission> services, SentBy by) {}
