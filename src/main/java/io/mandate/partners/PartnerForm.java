package io.mandate.partners;

import java.util.List;
import java.util.Map;

/**
 * A partner, as a form says it.
 *
 * @param since a day such as 2019-04-01
 * @param provider the id of the indirect provider through which it works; empty for none
 * @param markets for each cloud's id the countries as they were typed
 */
public record PartnerForm(String id, String name, String since, String provider, Map<String, List<String>> markets) {}
