package io.mandate.organisation.web;

import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.passkey.web.NeedsPasskey;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.terms.ExtensionChoices;
import io.mandate.web.Persistently;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a permission be extended before its end, or stops that, with one click: what the page showed is what is meant. */
@Controller
class ExtensionController {

    private final Organisations organisations;
    private final ExtensionChoices choices;
    private final ServicePage service;
    private final OrganisationPage page;

    ExtensionController(Organisations organisations, ExtensionChoices choices, ServicePage service, OrganisationPage page) {
        this.organisations = organisations;
        this.choices = choices;
        this.service = service;
        this.page = page;
    }

    /**
     * @param shown the request and the end of the permission that the page showed
     * @param wanted true to let it be extended, anything else to stop that
     */
    @PostMapping("/organisation/{customer:[0-9a-f-]{36}}/services/{id:[a-z0-9-]{1,60}}/extension")
    @NeedsPasskey(where = "wanted", exceptFor = "false")
    String choose(@PathVariable UUID customer, @PathVariable String id, @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String wanted, HttpServletResponse response, Model model, RedirectAttributes next) {
        Administrator who = organisations.member(OrganisationController.person(), customer);
        Organisation organisation = organisations.of(OrganisationController.person(), customer);
        boolean on = wanted.equals("true");
        if (!isChosen(organisation, id, shown, on, who)) {
            model.addAttribute("extension", "changed");
            model.addAttribute("extensionOf", id);
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.show(organisations.of(OrganisationController.person(), customer), OrganisationController.person(), model);
        }
        next.addFlashAttribute("extension", on ? "on" : "off");
        next.addFlashAttribute("extensionOf", id);
        return "redirect:/organisation/{customer}";
    }

    private boolean isChosen(Organisation organisation, String id, String shown, boolean wanted, Administrator who) {
        try {
            return Persistently.get(() -> {
                var held = service.asShown(organisation.customer().id(), id, shown);
                held.ifPresent(one -> choices.choose(organisation.customer(), one, wanted, who.name()));
                return held.isPresent();
            });
        } catch (PermissionChangedException | ConcurrencyFailureException meanwhile) {
            return false;
        }
    }
}
