package io.mandate.organisation.web;

import io.mandate.catalog.Catalog;
import io.mandate.organisation.Organisation;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.NewEnd;
import io.mandate.relationship.TimelineEvent;
import io.mandate.servicerequest.web.ServiceRequestPage;
import io.mandate.terms.ExtensionChoices;
import io.mandate.web.FilledForm;
import io.mandate.web.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts an organisation before its page, in the words of the catalog; templates know it as {@code words}. */
@Component
class OrganisationPage {

    private static final String FORM = "naming";

    /** What has an instant as its detail. */
    private static final Set<String> MOMENTS = Arrays.stream(TimelineEvent.values()).filter(TimelineEvent::hasMoment)
            .map(Enum::name).collect(Collectors.toSet());

    private final Catalog catalog;
    private final Times times;
    private final ExtensionChoices extensions;
    private final ServiceRequestPage serviceRequests;

    OrganisationPage(Catalog catalog, Times times, ExtensionChoices extensions, ServiceRequestPage serviceRequests) {
        this.catalog = catalog;
        this.times = times;
        this.extensions = extensions;
        this.serviceRequests = serviceRequests;
    }

    String show(Organisation organisation, EmailAddress person, Model model) {
        return show(organisation, person, Map.of("name", "", "address", ""), List.of(), model);
    }

    /** The page with the form for a further administrator as it was filled in, and what is wrong with it. */
    String show(Organisation organisation, EmailAddress person, Map<String, Object> typed, List<FieldProblem> problems, Model model) {
        FilledForm.show(FORM, typed, problems, model);
        model.addAttribute("organisation", organisation);
        model.addAttribute("person", person.value());
        model.addAttribute("extensions", extensions.of(organisation.customer(),
                organisation.services().stream().flatMap(one -> one.held().stream()).toList()));
        model.addAttribute("words", this);
        serviceRequests.listOfCustomer(organisation.customer().id(), LocaleContextHolder.getLocale(), model);
        return "organisation/organisation";
    }

    /** A cloud's name; its id where the catalog no longer has it. */
    public String cloud(String id, Locale locale) {
        return catalog.cloudName(id, locale);
    }

    /** A service's name; its id where the catalog no longer has it. */
    public String service(String id, Locale locale) {
        return catalog.serviceName(id, locale);
    }

    /** Names of services, in one line. */
    public String services(List<String> ids, Locale locale) {
        return ids.stream().map(id -> service(id, locale)).collect(Collectors.joining(", "));
    }

    /** A role's name. */
    public String role(String service, String role, Locale locale) {
        return catalog.roleName(service, role, locale);
    }

    /** The name of the partner with which this relationship is. */
    public String partner(Organisation organisation, UUID relationship) {
        return organisation.partners().stream().filter(one -> one.relationship().id().equals(relationship))
                .map(Organisation.Partner::name).findFirst().orElse("");
    }

    /** What an entry of the history is about: a service by its name, else as it stands. */
    public String detail(String what, String detail, Locale locale) {
        return isOfTerm(what) ? service(NewEnd.of(detail).service(), locale)
                : what.startsWith("PERMISSION_") || what.startsWith("EXTENSION_") || what.startsWith("SUPPORT_")
                        ? service(detail, locale) : detail;
    }

    /** When a permission or the relationship ends since an entry of the history about it; empty for any other entry. */
    public String end(String what, String detail, Locale locale) {
        return isOfTerm(what) ? times.moment(NewEnd.of(detail).end(), locale)
                : MOMENTS.contains(what) ? times.moment(Instant.parse(detail), locale) : "";
    }

    /** The event under which an entry's sentence stands: an end that nobody confirmed has one of its own. */
    public String sentence(String what, String actor) {
        return what.equals("RELATIONSHIP_ENDED") && actor.isEmpty() ? what + ".NOTICE" : what;
    }

    private static boolean isOfTerm(String what) {
        return what.startsWith("TERM_");
    }
}
