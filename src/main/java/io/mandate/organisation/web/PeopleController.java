package io.mandate.organisation.web;

import io.mandate.organisation.Organisations;
import io.mandate.organisation.People;
import io.mandate.passkey.web.NeedsPasskey;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.LastAdministratorException;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names and removes administrators. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/administrators")
class PeopleController {

    private static final String BACK = "redirect:/organisation/{customer}#administrators";

    private final Organisations organisations;
    private final People people;
    private final OrganisationPage page;

    PeopleController(Organisations organisations, People people, OrganisationPage page) {
        this.organisations = organisations;
        this.people = people;
        this.page = page;
    }

    @PostMapping
    @NeedsPasskey
    String name(@PathVariable UUID customer, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address, HttpServletResponse response, Model model, RedirectAttributes next) {
        try {
            people.name(OrganisationController.person(), customer, Typing.line(name), Typing.line(address));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page.show(organisations.of(OrganisationController.person(), customer), OrganisationController.person(),
                    Map.of("name", name, "address", address), refused.problems(), model);
        }
        next.addFlashAttribute("people", "named");
        return BACK;
    }

    @PostMapping("/remove")
    String remove(@PathVariable UUID customer, @RequestParam(defaultValue = "") String address, RedirectAttributes next) {
        try {
            boolean removed = people.remove(OrganisationController.person(), customer, address);
            next.addFlashAttribute("people", removed ? "removed" : "gone");
        } catch (LastAdministratorException last) {
            next.addFlashAttribute("people", "last");
        }
        return BACK;
    }
}
