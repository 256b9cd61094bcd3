package io.mandate.request.web;

import java.util.List;
import java.util.Map;

/**
 * What a partner can choose on the pages that say who is asked for what, in the page's language.
 *
 * @param clouds those in which the partner is active, by id
 * @param markets for each cloud the countries in which the partner is active there, as one text
 * @param countries those in which the partner is active in any cloud, by code and in alphabetical order
 * @param languages of the mail, by code
 * @param withPermissionOnly the clouds in which a relationship without any permission cannot be asked for
 */
public record Choices(
        Map<String, String> clouds, Map<String, String> markets, Map<String, String> countries,
        Map<String, String> languages, List<ServiceChoice> services, List<String> withPermissionOnly) {

    /**
     * A service with its fields.
     *
     * @param missingIn the clouds that do not offer it
     */
    public record ServiceChoice(
            String roles, String days, String extending, String name, String description, List<RoleChoice> choices, List<String> missingIn) {}

    /** A role with its field. */
    public record RoleChoice(String field, String name, String description) {}

    /** Whether a relationship without any permission can be asked for in one of the clouds. */
    public boolean withoutPermission() {
        return withPermissionOnly.size() < clouds.size();
    }

    /** The same, where a relationship alone is not to be asked for. */
    public Choices withPermission() {
        return new Choices(clouds, markets, countries, languages, services, List.copyOf(clouds.values()));
    }
}
