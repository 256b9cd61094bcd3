package io.mandate.servicerequest.web;

import io.mandate.identity.SignedIn;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.Conversation;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Side;
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

/** A partner follows a service request of its own, answers, comments, and takes it back. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-fA-F-]{36}}/service-requests/{id:[0-9a-f-]{36}}")
class PartnerController {

    private static final String BACK = "redirect:/customers/{customer}/service-requests/{id}";

    private final ServiceRequests requests;
    private final Conversation conversation;
    private final ServiceRequestPage page;

    PartnerController(ServiceRequests requests, Conversation conversation, ServiceRequestPage page) {
        this.requests = requests;
        this.conversation = conversation;
        this.page = page;
    }

    @GetMapping
    String one(@PathVariable UUID customer, @PathVariable UUID id, Locale locale, Model model) {
        own(customer, id);
        return show(customer, id, Map.of(), Refused.NOT, locale, model);
    }

    /** What is said: with one button an answer to support's question, with another a comment. */
    @PostMapping
    String say(@PathVariable UUID customer, @PathVariable UUID id, @RequestParam Map<String, String> typed, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        own(customer, id);
        PartnerStaff staff = SignedIn.current().staff();
        String text = typed.getOrDefault("text", "");
        return after(customer, id, typed, Refused.attempt(() -> {
            switch (typed.getOrDefault("say", "")) {
                case "answer" -> requests.answer(id, Refused.key(typed), text, staff);
                case "comment" -> conversation.comment(id, Refused.key(typed), text, Author.of(staff));
                default -> throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.say"));
            }
        }), typed.getOrDefault("say", ""), locale, response, model, next);
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable UUID customer, @PathVariable UUID id, Locale locale, HttpServletResponse response,
            Model model, RedirectAttributes next) {
        own(customer, id);
        return after(customer, id, Map.of(), Refused.attempt(() -> requests.withdraw(id, SignedIn.current().staff())),
                "withdraw", locale, response, model, next);
    }

    private String after(UUID customer, UUID id, Map<String, String> typed, Refused refused, String done, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        if (refused == Refused.NOT) {
            next.addFlashAttribute("done", done);
            return BACK;
        }
        response.setStatus(refused.status().value());
        return show(customer, id, typed, refused, locale, model);
    }

    private String show(UUID customer, UUID id, Map<String, String> typed, Refused refused, Locale locale, Model model) {
        model.addAttribute("relationship", requests.relationship(customer, SignedIn.current().partner()));
        page.show(id, Side.PARTNER, typed, refused, locale, model);
        return "servicerequest/partner";
    }

    private void own(UUID customer, UUID id) {
        if (!requests.get(id, SignedIn.current().partner()).relationshipId().equals(customer)) {
            throw new NotFoundException("service request", id);
        }
    }
}
