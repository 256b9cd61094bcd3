package io.mandate.servicerequest.web;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.Conversation;
import io.mandate.servicerequest.Side;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The provider's support sees what is open, the first due first, and works on each; process owners and auditors read it. */
@Controller
class SupportController {

    private static final int ON_A_PAGE = 50;

    private final SupportDesk desk;
    private final Conversation conversation;
    private final ServiceRequestPage page;

    SupportController(SupportDesk desk, Conversation conversation, ServiceRequestPage page) {
        this.desk = desk;
        this.conversation = conversation;
        this.page = page;
    }

    /** A row of the list. */
    record Row(ServiceRequestView request, String organisation, String partner) {}

    @GetMapping("/support")
    String open(@RequestParam(name = "page", defaultValue = "") String number, Locale locale, HttpServletRequest request,
            Model model) {
        int count = desk.countOpen();
        int last = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
        int current = Math.min(last, PageLinks.number(number));
        model.addAttribute("count", count);
        model.addAttribute("rows", desk.open((current - 1) * ON_A_PAGE, ON_A_PAGE).stream().map(one -> new Row(
                page.view(one.request(), locale), one.organisation(), one.partner())).toList());
        model.addAttribute("pages", PageLinks.of(request, current, last));
        return "servicerequest/desk";
    }

    @GetMapping("/support/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id, Locale locale, Model model) {
        return show(id, Map.of(), Refused.NOT, locale, model);
    }

    /** What is said: each button says whether it solves the request, asks the partner back, or only is a comment. */
    @PostMapping("/support/{id:[0-9a-f-]{36}}")
    String say(@PathVariable UUID id, @RequestParam Map<String, String> typed, Locale locale,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        Author who = Author.ofSupport(SignedIn.current());
        String text = typed.getOrDefault("text", "");
        UUID key = Refused.key(typed);
        Refused refused = Refused.attempt(() -> {
            switch (typed.getOrDefault("say", "")) {
                case "solve" -> desk.solve(id, key, text, who);
                case "askBack" -> desk.askBack(id, key, text, who);
                case "comment" -> conversation.comment(id, key, text, who);
                default -> throw new InvalidInputException(new FieldProblem("text", "problem.serviceRequest.say"));
            }
        });
        if (refused == Refused.NOT) {
            next.addFlashAttribute("done", typed.get("say"));
            return "redirect:/support/{id}";
        }
        response.setStatus(refused.status().value());
        return show(id, typed, refused, locale, model);
    }

    private String show(UUID id, Map<String, String> typed, Refused refused, Locale locale, Model model) {
        SupportDesk.Case known = desk.get(id);
        model.addAttribute("relationship", known.relationship());
        model.addAttribute("partner", known.partner());
        model.addAttribute("opener", known.request().opener());
        model.addAttribute("reading", SignedIn.current().role() != Role.SUPPORT);
        model.addAttribute("erased", known.request().erasedAt().isPresent());
        page.show(id, Side.SUPPORT, typed, refused, locale, model);
        return "servicerequest/support";
    }
}
