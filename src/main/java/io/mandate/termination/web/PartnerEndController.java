package io.mandate.termination.web;

import io.mandate.customers.Customers;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Side;
import io.mandate.termination.web.EndPage.Submitted;
import io.mandate.web.Typing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner's staff end the relationship with a customer. */
@Controller
@RequestMapping("/customers/{id:[0-9a-fA-F-]{36}}/end")
class PartnerEndController {

    private final Customers customers;
    private final Partners partners;
    private final EndPage page;

    PartnerEndController(Customers customers, Partners partners, EndPage page) {
        this.customers = customers;
        this.partners = partners;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        return page.show(reader(id), "", model);
    }

    @PostMapping
    String act(@PathVariable UUID id, @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String note, HttpServletResponse response, Model model, RedirectAttributes next) {
        return page.act(reader(id), new Submitted(act, shown, Typing.lines(note)), response, model, next);
    }

    private Reader reader(UUID id) {
        SignedIn person = SignedIn.current();
        Relationship relationship = customers.get(person.partner(), id).relationship();
        String home = "/customers/" + id;
        return new Reader(Side.PARTNER, person.displayName(), relationship, partners.get(person.partner()).name(), home, home + "/end");
    }
}
