package io.mandate.renegotiation.web;

import io.mandate.identity.SignedIn;
import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.passkey.web.NeedsPasskey;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.NotFoundException;
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

/** A customer's administrators renegotiate a partner's duty to support them. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/partners/{id:[0-9a-f-]{36}}/duty")
class CustomerDutyController {

    private final Organisations organisations;
    private final DutyPage page;

    CustomerDutyController(Organisations organisations, DutyPage page) {
        this.organisations = organisations;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable UUID customer, @PathVariable UUID id, Model model) {
        return page.show(reader(customer, id), model);
    }

    @PostMapping
    @NeedsPasskey(where = "act", exceptFor = {"decline", "takeBack"})
    String act(@PathVariable UUID customer, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        return page.act(reader(customer, id), new Submitted(new Typed(typed)), response, model, next);
    }

    private Reader reader(UUID customer, UUID id) {
        EmailAddress person = EmailAddress.of(SignedIn.current().username());
        Organisation.Partner partner = organisations.of(person, customer).partners().stream()
                .filter(one -> one.relationship().id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFoundException("relationship", id));
        String home = "/organisation/" + customer;
        return new Reader(Side.CUSTOMER, organisations.member(person, customer).name(), partner.relationship(), partner.name(),
                home, home + "/partners/" + id + "/duty");
    }
}
