package io.mandate.organisation.web;

import io.mandate.identity.SignedIn;
import io.mandate.organisation.History;
import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.relationship.EmailAddress;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What an administrator sees of their organisation: one page for each cloud in which it is a customer. */
@Controller
class OrganisationController {

    private static final int ON_A_PAGE = 50;

    private final Organisations organisations;
    private final History history;
    private final OrganisationPage page;

    OrganisationController(Organisations organisations, History history, OrganisationPage page) {
        this.organisations = organisations;
        this.history = history;
        this.page = page;
    }

    @GetMapping("/organisation")
    String all(Model model) {
        List<Organisation> own = organisations.of(person());
        if (own.size() == 1) {
            return "redirect:/organisation/" + own.get(0).customer().id();
        }
        model.addAttribute("organisations", own);
        model.addAttribute("words", page);
        return "organisation/choice";
    }

    @GetMapping("/organisation/{customer:[0-9a-f-]{36}}")
    String one(@PathVariable UUID customer, Model model) {
        return page.show(organisations.of(person(), customer), person(), model);
    }

    @GetMapping("/organisation/{customer:[0-9a-f-]{36}}/history")
    String history(@PathVariable UUID customer, @RequestParam(name = "page", defaultValue = "") String number,
            HttpServletRequest request, Model model) {
        List<History.Entry> entries = history.of(person(), customer);
        int last = Math.max(1, (entries.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int current = Math.min(last, PageLinks.number(number));
        model.addAttribute("organisation", organisations.of(person(), customer));
        model.addAttribute("entries",
                entries.subList((current - 1) * ON_A_PAGE, Math.min(entries.size(), current * ON_A_PAGE)));
        model.addAttribute("words", page);
        model.addAttribute("pages", PageLinks.of(request, current, last));
        return "organisation/history";
    }

    static EmailAddress person() {
        return EmailAddress.of(SignedIn.current().username());
    }
}
