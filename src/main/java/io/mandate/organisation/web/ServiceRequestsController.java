package io.mandate.organisation.web;

import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.NotFoundException;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.Conversation;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestRegister;
import io.mandate.servicerequest.Side;
import io.mandate.servicerequest.web.Refused;
import io.mandate.servicerequest.web.ServiceRequestPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's administrator follows the service requests that partners opened on the customer's behalf, and comments. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/service-requests/{id:[0-9a-f-]{36}}")
class ServiceRequestsController {

    private final Organisations organisations;
    private final ServiceRequestRegister register;
    private final Conversation conversation;
    private final ServiceRequestPage page;

    ServiceRequestsController(Organisations organisations, ServiceRequestRegister register, Conversation conversation,
            ServiceRequestPage page) {
        this.organisations = organisations;
        this.register = register;
        this.conversation = conversation;
        this.page = page;
    }

    @GetMapping
    String one(@PathVariable UUID customer, @PathVariable UUID id, Locale locale, Model model) {
        return show(customer, id, Map.of(), Refused.NOT, locale, model);
    }

    @PostMapping
    String comment(@PathVariable UUID customer, @PathVariable UUID id, @RequestParam Map<String, String> typed, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        Administrator who = organisations.member(OrganisationController.person(), customer);
        partner(organisations.of(who.address(), customer), register.get(id));
        Refused refused = Refused.attempt(() -> conversation.comment(
                id, Refused.key(typed), typed.getOrDefault("text", ""), Author.of(who)));
        if (refused == Refused.NOT) {
            next.addFlashAttribute("done", "comment");
            return "redirect:/organisation/{customer}/service-requests/{id}";
        }
        response.setStatus(refused.status().value());
        return show(customer, id, typed, refused, locale, model);
    }

    private String show(UUID customer, UUID id, Map<String, String> typed, Refused refused, Locale locale, Model model) {
        Organisation organisation = organisations.of(OrganisationController.person(), customer);
        model.addAttribute("organisation", organisation);
        model.addAttribute("partner", partner(organisation, register.get(id)));
        page.show(id, Side.CUSTOMER, typed, refused, locale, model);
        return "organisation/service-request";
    }

    /** The name of the partner that opened it. Throws {@link NotFoundException} where that is another customer's. */
    private static String partner(Organisation organisation, ServiceRequest request) {
        return organisation.partners().stream().filter(one -> one.relationship().id().equals(request.relationshipId()))
                .findFirst().orElseThrow(() -> new NotFoundException("service request", request.id())).name();
    }
}
