package io.mandate.customers.web;

import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.OverviewList;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SearchTerms;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the partners of an indirect provider ask their customers, and what it asks on their behalf. */
@Controller
class OfPartnersController {

    private final Partners partners;
    private final OverviewList list;

    OfPartnersController(Partners partners, OverviewList list) {
        this.partners = partners;
        this.list = list;
    }

    /** The list. Throws {@link NotFoundException} where nobody works through the organisation that asks. */
    @GetMapping("/customers/of-partners")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String page, HttpServletRequest request, Model model) {
        String provider = SignedIn.current().partner();
        List<Partner> own = partners.of(provider);
        if (own.isEmpty()) {
            throw new NotFoundException("partner of", provider);
        }
        Optional<RequestStatus> wanted =
                Arrays.stream(RequestStatus.values()).filter(known -> known.name().equals(status)).findFirst();
        int number = PageLinks.number(page);
        ListPage<OverviewList.Row> found =
                list.page(new OverviewList.Query(SearchTerms.of(q), wanted, Optional.of(provider), number));
        model.addAttribute("partners", own);
        model.addAttribute("q", q.strip());
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        model.addAttribute("statuses", RequestStatus.values());
        model.addAttribute("found", found);
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "customers/of-partners";
    }
}
