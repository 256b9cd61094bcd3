package io.mandate.account.web;

import io.mandate.account.AccountList;
import io.mandate.account.Manager;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner's administrator manages the partner's people. */
@Controller
@RequestMapping(StaffController.BASE)
class StaffController {

    static final String BASE = "/people";

    private final AccountList list;
    private final ManagingPages pages;

    StaffController(AccountList list, ManagingPages pages) {
        this.list = list;
        this.pages = pages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String page, Locale locale,
            HttpServletRequest request, Model model) {
        Manager manager = Manager.of(SignedIn.current());
        ListPage<AccountList.Row> found = list.page(
                AccountList.Query.of(q, Optional.empty(), manager.partner(), PageLinks.number(page)));
        model.addAttribute("q", q.strip());
        model.addAttribute("found", found);
        model.addAttribute("base", BASE);
        model.addAttribute("self", manager.username());
        model.addAttribute("managing", true);
        model.addAttribute("ofPartners", pages.names(manager.roles(), locale));
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "account/people";
    }

    @GetMapping("/new")
    String form(Locale locale, Model model) {
        return pages.form(Manager.of(SignedIn.current()), BASE, Map.of(), List.of(), locale, model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, Locale locale, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        return pages.add(Manager.of(SignedIn.current()), BASE, typed, locale, response, model, next);
    }

    @PostMapping("/{what:role|lock|unlock|remove}")
    String change(@PathVariable String what, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return pages.change(Manager.of(SignedIn.current()), BASE, what, typed, next);
    }
}
