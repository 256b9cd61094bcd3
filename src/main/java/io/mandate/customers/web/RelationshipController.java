package io.mandate.customers.web;

import io.mandate.customers.CustomerRecord;
import io.mandate.customers.Customers;
import io.mandate.customers.Surroundings;
import io.mandate.servicerequest.web.ServiceRequestPage;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One relationship of any partner, for process owners and auditors to read: all that its two sides see, and who else there is. */
@Controller
class RelationshipController {

    private final Customers customers;
    private final Surroundings surroundings;
    private final CustomerViews views;
    private final ServiceRequestPage serviceRequests;

    RelationshipController(
            Customers customers, Surroundings surroundings, CustomerViews views, ServiceRequestPage serviceRequests) {
        this.customers = customers;
        this.surroundings = surroundings;
        this.views = views;
        this.serviceRequests = serviceRequests;
    }

    @GetMapping("/overview/relationships/{id:[0-9a-fA-F-]{36}}")
    String relationship(@PathVariable UUID id, Locale locale, Model model) {
        CustomerRecord known = customers.readByAll(id);
        model.addAttribute("customer", views.of(known, known.relationship().partnerId(), locale));
        model.addAttribute("around", surroundings.of(known.relationship()));
        model.addAttribute("partnerId", known.relationship().partnerId());
        model.addAttribute("reading", true);
        serviceRequests.list(known.relationship(), locale, model);
        return "customers/relationship";
    }
}
