package io.mandate.customers.web;

import io.mandate.customers.CustomerRecord;
import io.mandate.customers.Customers;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
import io.mandate.relationship.Partners;
import io.mandate.relationship.RelationshipList;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.servicerequest.web.ServiceRequestPage;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's customers: all of them as a list, and each on a page of its own. */
@Controller
class CustomersController {

    private final RelationshipList list;
    private final Customers customers;
    private final CustomerViews views;
    private final ServiceRequestPage serviceRequests;
    private final Partners partners;

    CustomersController(RelationshipList list, Customers customers, CustomerViews views, ServiceRequestPage serviceRequests,
            Partners partners) {
        this.list = list;
        this.customers = customers;
        this.views = views;
        this.serviceRequests = serviceRequests;
        this.partners = partners;
    }

    @GetMapping("/customers")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Asked asked = Asked.of(q, status, sort, page);
        ListPage<RelationshipList.Row> found = list.page(asked.query(SignedIn.current().partner()));
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("rows", found.rows().stream().map(row ->
                RowView.of(row, views.identity(row.identity(), locale), views.cloud(row.cloud(), locale))).toList());
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        model.addAttribute("sorting", Sorting.of(asked));
        model.addAttribute("statuses", RelationshipStatus.values());
        model.addAttribute("sorts", Asked.SORTS);
        model.addAttribute("provider", !partners.of(SignedIn.current().partner()).isEmpty());
        return "customers/list";
    }

    /** The page; for a row that expands only what goes into it. */
    @GetMapping("/customers/{id:[0-9a-fA-F-]{36}}")
    String customer(@PathVariable UUID id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean row,
            Locale locale, Model model) {
        String organisation = SignedIn.current().partner();
        CustomerRecord known = customers.readBy(organisation, id);
        model.addAttribute("customer", views.of(known, organisation, locale));
        if (!known.relationship().partnerId().equals(organisation)) {
            model.addAttribute("partner", partners.get(known.relationship().partnerId()).name());
            return "customers/read";
        }
        serviceRequests.list(known.relationship(), locale, model);
        return row ? "customers/customer :: parts" : "customers/customer";
    }
}
