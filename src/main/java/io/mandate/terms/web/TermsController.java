package io.mandate.terms.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.terms.UpcomingEnds.End;
import io.mandate.terms.UpcomingEnds;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which permissions of a partner end when, and what happens then: a picture by month, and a list. Process owners and auditors
 * read those of any partner.
 */
@Controller
class TermsController {

    private static final int SHORT = 12;
    private static final int LONG = 24;

    private final UpcomingEnds ends;
    private final Catalog catalog;
    private final Partners partners;

    TermsController(UpcomingEnds ends, Catalog catalog, Partners partners) {
        this.ends = ends;
        this.catalog = catalog;
        this.partners = partners;
    }

    /** A bar of the picture. */
    record Bar(String month, int ends) {}

    /** A row of the list. */
    record RowView(End end, String service) {}

    @GetMapping("/terms")
    String terms(@RequestParam(defaultValue = "") String months, @RequestParam(defaultValue = "") String page,
            @RequestParam(name = "partner", defaultValue = "") String asked, HttpServletRequest request, Locale locale, Model model) {
        String partner = SignedIn.current().role().ofPartner() ? SignedIn.current().partner() : anyPartner(asked, model);
        int shown = months.equals(String.valueOf(LONG)) ? LONG : SHORT;
        ListPage<End> found = ends.page(partner, PageLinks.number(page));
        List<Bar> bars = ends.months(partner, shown).stream()
                .map(month -> new Bar(name(month.month(), locale), month.ends())).toList();
        model.addAttribute("found", found);
        model.addAttribute("rows", found.rows().stream().map(end -> new RowView(end, service(end, locale))).toList());
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        model.addAttribute("bars", bars);
        model.addAttribute("sum", bars.stream().mapToInt(Bar::ends).sum());
        model.addAttribute("months", shown);
        model.addAttribute("otherMonths", shown == SHORT ? LONG : SHORT);
        return "terms/terms";
    }

    /** The one that a process owner or an auditor asks for, or the first there is. */
    private String anyPartner(String asked, Model model) {
        List<Partner> all = partners.known();
        String partner = all.stream().map(Partner::id).filter(id -> asked.isEmpty() || id.equals(asked)).findFirst().orElse("");
        if (partner.isEmpty() && !asked.isEmpty()) {
            throw new NotFoundException("partner", asked);
        }
        model.addAttribute("partners", all);
        model.addAttribute("partner", partner);
        return partner;
    }

    private String service(End end, Locale locale) {
        String id = end.permission().service();
        return catalog.serviceName(id, locale);
    }

    private static String name(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }
}
