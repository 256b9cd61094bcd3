package io.mandate.organisation.web;

import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.relationship.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages have in common that change the permission for one service: what was shown is what is changed, or nothing. */
@Component
class ServicePage {

    private final Organisations organisations;
    private final OrganisationPage words;

    ServicePage(Organisations organisations, OrganisationPage words) {
        this.organisations = organisations;
        this.words = words;
    }

    /**
     * The permission, if it is held as the page showed it.
     *
     * @param shown what the page's form brought back
     */
    Optional<Permission> asShown(UUID customer, String service, String shown) {
        return organisations.held(OrganisationController.person(), customer, service)
                .filter(held -> held.mark().equals(shown));
    }

    /** Puts the service and who holds it now before a page, and what its form brings back; the permission is empty for nobody. */
    Shown show(UUID customer, String service, Model model) {
        Organisation organisation = organisations.of(OrganisationController.person(), customer);
        Optional<Organisation.Service> asked = organisation.services().stream()
                .filter(one -> one.service().id().equals(service) && one.held().isPresent()).findFirst();
        Optional<Permission> held = asked.flatMap(Organisation.Service::held);
        model.addAttribute("organisation", organisation);
        model.addAttribute("name", words.service(service, LocaleContextHolder.getLocale()));
        model.addAttribute("asked", asked);
        model.addAttribute("shown", held.map(Permission::mark).orElse(""));
        model.addAttribute("words", words);
        return new Shown(organisation, held);
    }

    /** What a page was given to show. */
    record Shown(Organisation organisation, Optional<Permission> held) {}
}
