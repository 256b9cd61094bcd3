package io.mandate.account.web;

import io.mandate.account.AccountAct;
import io.mandate.account.AccountActs;
import io.mandate.account.AccountList;
import io.mandate.account.Manager;
import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A process owner manages the accounts of all staff; auditors read them, and what was done about them. */
@Controller
@RequestMapping(AccountsController.BASE)
class AccountsController {

    static final String BASE = "/accounts";

    private final AccountList list;
    private final AccountActs acts;
    private final ManagingPages pages;

    AccountsController(AccountList list, AccountActs acts, ManagingPages pages) {
        this.list = list;
        this.acts = acts;
        this.pages = pages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String page, Locale locale, HttpServletRequest request, Model model) {
        SignedIn person = SignedIn.current();
        Optional<Role> wanted = ManagingPages.role(role);
        ListPage<AccountList.Row> found = list.page(
                AccountList.Query.of(q, wanted, Optional.empty(), PageLinks.number(page)));
        List<Role> ofPartners = Manager.besides(Role.PARTNER_AGENT);
        List<Role> others = Manager.besides(Role.PROCESS_OWNER);
        model.addAttribute("q", q.strip());
        model.addAttribute("role", wanted.map(Enum::name).orElse(""));
        model.addAttribute("roles", pages.names(Stream.of(ofPartners, others).flatMap(List::stream).toList(), locale));
        model.addAttribute("ofPartners", pages.names(ofPartners, locale));
        model.addAttribute("others", pages.names(others, locale));
        model.addAttribute("found", found);
        model.addAttribute("base", BASE);
        model.addAttribute("self", person.username());
        model.addAttribute("managing", person.role() == Role.PROCESS_OWNER);
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "account/accounts";
    }

    @GetMapping("/acts")
    String acts(@RequestParam(defaultValue = "") String page, HttpServletRequest request, Model model) {
        ListPage<AccountAct> found = acts.page(PageLinks.number(page));
        model.addAttribute("found", found);
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "account/acts";
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
