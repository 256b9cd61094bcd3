package io.mandate.servicerequest.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Relationship;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.OpeningRefusedException;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.web.FilledForm;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner on duty opens a service request on behalf of a customer. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-fA-F-]{36}}/service-requests")
class OpeningController {

    private static final String FORM = "opening";
    private static final List<String> FIELDS = List.of("service", "priority", "subject", "text");

    /** How a form's choice says "the account as a whole", which has no service. */
    private static final String ACCOUNT = "account";

    private final ServiceRequests requests;
    private final Catalog catalog;
    private final MessageSource messages;

    OpeningController(ServiceRequests requests, Catalog catalog, MessageSource messages) {
        this.requests = requests;
        this.catalog = catalog;
        this.messages = messages;
    }

    @GetMapping("/new")
    String form(@PathVariable UUID customer, Locale locale, HttpServletResponse response, Model model) {
        return show(customer, Map.of(), Refused.NOT, locale, response, model);
    }

    /** The form brings back the id that the page gave the request: sent twice, it opens one. */
    @PostMapping
    String open(@PathVariable UUID customer, @RequestParam Map<String, String> typed, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        UUID key = Refused.key(typed);
        Refused refused;
        try {
            refused = Refused.attempt(() -> {
                ServiceRequest opened = requests.open(key, customer, wish(new Typed(typed)), SignedIn.current().staff());
                next.addAttribute("id", opened.id());
            });
        } catch (OpeningRefusedException none) {
            return show(customer, typed, Refused.NOT, locale, response, model);
        }
        if (refused == Refused.NOT) {
            next.addFlashAttribute("done", "opened");
            return "redirect:/customers/{customer}/service-requests/{id}";
        }
        response.setStatus(refused.status().value());
        return show(customer, typed, refused, locale, response, model);
    }

    private static NewServiceRequest wish(Typed typed) {
        String service = typed.line("service");
        String priority = typed.line("priority");
        return new NewServiceRequest(
                Optional.of(service).filter(one -> !one.isEmpty()).map(one -> one.equals(ACCOUNT) ? "" : one),
                Arrays.stream(ServicePriority.values()).filter(one -> one.name().equals(priority)).findFirst(),
                typed.line("subject"), typed.lines("text"));
    }

    /** The form, or where the partner may open none now, a page that says why, with what was typed. */
    private String show(UUID customer, Map<String, String> typed, Refused refused, Locale locale,
            HttpServletResponse response, Model model) {
        Relationship relationship = requests.relationship(customer, SignedIn.current().partner());
        model.addAttribute("relationship", relationship);
        Optional<OpeningRefusedException.Why> why = requests.refusal(relationship);
        if (why.isPresent()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", why.get());
            model.addAttribute("kept", Stream.of("subject", "text").map(field -> typed.getOrDefault(field, ""))
                    .filter(words -> !words.isBlank()).collect(Collectors.joining("\n\n")));
            return "servicerequest/refused";
        }
        Map<String, Object> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        FilledForm.show(FORM, fields, refused.problems(), model);
        model.addAttribute("late", refused.late());
        model.addAttribute("key", Refused.key(typed));
        model.addAttribute("services", services(relationship, locale));
        model.addAttribute("priorities", priorities("priority", locale));
        model.addAttribute("priorityDetails", priorities("priority.what", locale));
        return "servicerequest/new";
    }

    private Map<String, String> services(Relationship relationship, Locale locale) {
        Map<String, String> services = new LinkedHashMap<>();
        catalog.services(relationship.customer().cloud()).forEach(one -> services.put(one.id(), one.name().in(locale)));
        services.put(ACCOUNT, messages.getMessage("serviceRequest.account", null, locale));
        return services;
    }

    private Map<String, String> priorities(String words, Locale locale) {
        Map<String, String> priorities = new LinkedHashMap<>();
        for (ServicePriority one : ServicePriority.values()) {
            priorities.put(one.name(), messages.getMessage("serviceRequest." + words + "." + one, null, locale));
        }
        return priorities;
    }
}
