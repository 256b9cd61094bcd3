package io.mandate.organisation.web;

import io.mandate.organisation.Organisations;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Revocation;
import io.mandate.revocation.Removals;
import io.mandate.web.Persistently;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletResponse;
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

/** Removes a partner's permission at once: what the page showed is what is removed, or nothing. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/services/{service:[a-z0-9-]{1,60}}/remove")
class RemovalController {

    private final Organisations organisations;
    private final Removals removals;
    private final ServicePage page;

    RemovalController(Organisations organisations, Removals removals, ServicePage page) {
        this.organisations = organisations;
        this.removals = removals;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable UUID customer, @PathVariable String service, Model model) {
        return show(customer, service, "", model);
    }

    /** @param shown the request and the end of the permission that the page showed */
    @PostMapping
    String remove(@PathVariable UUID customer, @PathVariable String service, @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String note, HttpServletResponse response, Model model, RedirectAttributes next) {
        Administrator who = organisations.member(OrganisationController.person(), customer);
        String reason = Typing.lines(note);
        if (reason.length() > Revocation.MAX_NOTE) {
            model.addAttribute("tooLong", reason.length());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(customer, service, note, model);
        }
        if (!isRemoved(who, service, shown, reason)) {
            model.addAttribute("changed", true);
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(customer, service, note, model);
        }
        next.addFlashAttribute("removed", service);
        return "redirect:/organisation/{customer}";
    }

    private boolean isRemoved(Administrator who, String service, String shown, String note) {
        try {
            if (Persistently.get(() -> page.asShown(who.customerId(), service, shown)
                    .map(held -> removals.removedByCustomer(held, who.name(), note)).isPresent())) {
                return true;
            }
        } catch (PermissionChangedException | ConcurrencyFailureException meanwhile) {
            // It may have been the first of two clicks, as the record tells.
        }
        return removals.isRemovedByCustomer(who.customerId(), service, shown);
    }

    private String show(UUID customer, String service, String note, Model model) {
        page.show(customer, service, model);
        model.addAttribute("note", note);
        return "organisation/remove";
    }
}
