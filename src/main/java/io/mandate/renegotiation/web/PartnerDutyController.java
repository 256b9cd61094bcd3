package io.mandate.renegotiation.web;

import io.mandate.customers.Customers;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Side;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
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

/** A partner's staff renegotiate its duty to support a customer, or answer whether it takes on another's. */
@Controller
@RequestMapping("/customers/{id:[0-9a-fA-F-]{36}}/duty")
class PartnerDutyController {

    private final Customers customers;
    private final Partners partners;
    private final DutyPage page;

    PartnerDutyController(Customers customers, Partners partners, DutyPage page) {
        this.customers = customers;
        this.partners = partners;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        return page.show(reader(id), model);
    }

    @PostMapping
    String act(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        return page.act(reader(id), new Submitted(new Typed(typed)), response, model, next);
    }

    private Reader reader(UUID id) {
        SignedIn person = SignedIn.current();
        return new Reader(Side.PARTNER, person.displayName(), customers.get(person.partner(), id).relationship(),
                partners.get(person.partner()).name(), "/customers/" + id, "/customers/" + id + "/duty");
    }
}
