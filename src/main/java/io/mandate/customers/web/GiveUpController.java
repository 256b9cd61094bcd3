package io.mandate.customers.web;

import io.mandate.customers.CustomerRecord;
import io.mandate.customers.CustomerService;
import io.mandate.customers.Customers;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Revocation;
import io.mandate.revocation.Removals;
import io.mandate.web.Persistently;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner gives up a permission: what the page showed is what is given up, or nothing. */
@Controller
@RequestMapping("/customers/{id:[0-9a-fA-F-]{36}}/services/{service:[a-z0-9-]{1,60}}/give-up")
class GiveUpController {

    private final Customers customers;
    private final Removals removals;

    GiveUpController(Customers customers, Removals removals) {
        this.customers = customers;
        this.removals = removals;
    }

    @GetMapping
    String ask(@PathVariable UUID id, @PathVariable String service, Locale locale, Model model) {
        return show(id, service, "", locale, model);
    }

    /** @param shown the request and the end of the permission that the page showed */
    @PostMapping
    String giveUp(@PathVariable UUID id, @PathVariable String service, @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String note, Locale locale, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        String words = Typing.lines(note);
        if (words.length() > Revocation.MAX_NOTE) {
            model.addAttribute("tooLong", words.length());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, service, note, locale, model);
        }
        if (!isGivenUp(id, service, shown, words)) {
            model.addAttribute("changed", true);
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(id, service, note, locale, model);
        }
        next.addFlashAttribute("givenUp", true);
        return "redirect:/customers/{id}";
    }

    private boolean isGivenUp(UUID id, String service, String shown, String note) {
        SignedIn who = SignedIn.current();
        try {
            if (Persistently.get(() -> held(customers.get(who.partner(), id), service)
                    .filter(held -> held.mark().equals(shown))
                    .map(held -> removals.givenUp(held, who.displayName(), note)).isPresent())) {
                return true;
            }
        } catch (PermissionChangedException | ConcurrencyFailureException meanwhile) {
            // It may have been the first of two clicks, as the record tells.
        }
        return removals.isGivenUp(customers.get(who.partner(), id).relationship().customer().id(), service, shown);
    }

    private String show(UUID id, String service, String note, Locale locale, Model model) {
        CustomerRecord record = customers.get(SignedIn.current().partner(), id);
        Optional<Permission> held = held(record, service);
        model.addAttribute("relationship", record.relationship());
        model.addAttribute("service", service);
        model.addAttribute("name", record.services().stream().filter(one -> one.service().id().equals(service))
                .map(one -> one.service().name().in(locale)).findFirst().orElse(service));
        model.addAttribute("held", held);
        model.addAttribute("shown", held.map(Permission::mark).orElse(""));
        model.addAttribute("note", note);
        return "customers/give-up";
    }

    private static Optional<Permission> held(CustomerRecord record, String service) {
        return record.services().stream()
                .filter(one -> one.service().id().equals(service) && one.isHeld())
                .findFirst().flatMap(CustomerService::own);
    }
}
