package io.mandate.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Everything that must be true of a catalog; each problem is told as "entry: what is wrong". */
final class CatalogRules {

    /** Ids stand in addresses, form fields and the record. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 40;
    /** The decision endpoint's word for "any role". */
    private static final String ANY_ROLE = "administer";
    /** Where an endpoint may do without TLS. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final List<String> problems = new ArrayList<>();
    private final Catalog catalog;

    private CatalogRules(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<String> problemsOf(Catalog catalog) {
        var rules = new CatalogRules(catalog);
        rules.checkIds("clouds", catalog.clouds(), Cloud::id);
        rules.checkIds("services", catalog.services(), Service::id);
        catalog.clouds().forEach(rules::check);
        catalog.services().forEach(rules::check);
        return List.copyOf(rules.problems);
    }

    private void check(Cloud cloud) {
        var entry = "clouds." + cloud.id();
        check(entry + ".name", cloud.name());
        if (cloud.agreement() == null || !VERSION.matcher(cloud.agreement()).matches()) {
            problem(entry + ".agreement", "must be a version such as \"2026-10\", but is " + shown(cloud.agreement()));
        }
        if (cloud.markets().isEmpty()) {
            problem(entry + ".markets", "must be \"any\" or a list of countries");
        }
        if (!cloud.servesAny()) {
            cloud.markets().stream().filter(market -> !Cloud.COUNTRIES.contains(market)).sorted()
                    .forEach(market -> problem(entry + ".markets", shown(market) + " is no ISO 3166 country code"));
        }
    }

    private void check(Service service) {
        var entry = "services." + service.id();
        check(entry + ".name", service.name());
        check(entry + ".description", service.description());
        checkIds(entry + ".roles", service.roles(), Role::id);
        service.roles().forEach(role -> check(entry + ".roles." + role.id(), role));
        if (service.portals().isEmpty()) {
            problem(entry + ".portals", "must name at least one cloud");
        }
        service.portals().forEach((cloud, portal) -> check(entry + ".portals." + cloud, cloud, portal));
        service.endpoints().forEach((cloud, endpoint) -> check(entry + ".endpoints." + cloud, service, cloud, endpoint));
    }

    private void check(String entry, Role role) {
        check(entry + ".name", role.name());
        check(entry + ".description", role.description());
        if (ANY_ROLE.equals(role.id())) {
            problem(entry, "\"administer\" stands for any role and cannot be the id of one");
        }
        if (role.strength() < 1 || role.strength() > 3) {
            problem(entry + ".strength", "must be 1, 2 or 3, but is " + role.strength());
        }
    }

    private void check(String entry, String cloud, Portal portal) {
        if (catalog.cloud(cloud).isEmpty()) {
            problem(entry, "there is no such cloud");
        }
        checkAddress(entry + ".admin", portal.admin());
        checkAddress(entry + ".users", portal.users());
        checkAddress(entry + ".licences", portal.licences());
    }

    private void check(String entry, Service service, String cloud, URI endpoint) {
        if (!service.offeredIn(cloud)) {
            problem(entry, "the service is not offered in this cloud");
        }
        boolean safe = "https".equals(endpoint.getScheme())
                || "http".equals(endpoint.getScheme()) && THIS_MACHINE.contains(String.valueOf(endpoint.getHost()));
        if (!safe || endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
            problem(entry, "must be an https address without user or fragment, but is " + shown(endpoint.toString()));
        }
    }

    private void checkAddress(String entry, String template) {
        if (template == null || !template.contains(Portal.CUSTOMER)) {
            problem(entry, "must be an address with {customer} in it, but is " + shown(template));
            return;
        }
        var address = parsed(template.replace(Portal.CUSTOMER, "customer"));
        if (address == null || !"https".equals(address.getScheme()) || address.getHost() == null) {
            problem(entry, "must be an https address with no placeholder but {customer}, but is " + shown(template));
        } else if (!template.startsWith("https://" + address.getRawAuthority() + "/")) {
            problem(entry, "{customer} must not stand in the host, but does in " + shown(template));
        }
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void check(String entry, LocalizedText text) {
        Languages.ALL.stream()
                .filter(language -> text == null || text.in(language) == null || text.in(language).isBlank())
                .forEach(language -> problem(entry + "." + language, "is missing"));
    }

    private <T> void checkIds(String entry, List<T> items, Function<T, String> idOf) {
        if (items.isEmpty()) {
            problem(entry, "must not be empty");
        }
        var seen = new HashSet<String>();
        for (var item : items) {
            var id = idOf.apply(item);
            if (id == null || id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
                problem(entry, "an id is lower-case words joined by hyphens, up to 40 characters, but one is " + shown(id));
            } else if (!seen.add(id)) {
                problem(entry + "." + id, "there is more than one");
            }
        }
    }

    private void problem(String entry, String what) {
        problems.add(entry + ": " + what);
    }

    private static String shown(String value) {
        return value == null ? "missing" : "\"" + value + "\"";
    }
}
