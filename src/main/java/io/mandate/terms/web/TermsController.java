package io.mandate.terms.web;

import io.mandate.catalog.Catalog;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.ListPage;
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

/** Which permissions of a partner end when, and what happens then: a picture by month, and a list. */
@Controller
class TermsController {

    private static final int SHORT = 12;
    private static final int LONG = 24;

    private final UpcomingEnds ends;
    private final Catalog catalog;

    TermsController(UpcomingEnds ends, Catalog catalog) {
        this.ends = ends;
        this.catalog = catalog;
    }

    /** A bar of the picture. */
    record Bar(String month, int ends) {}

    /** A row of the list. */
    record RowView(End end, String service) {}

    @GetMapping("/terms")
    String terms(@RequestParam(defaultValue = "") String months, @RequestParam(defaultValue = "") String page,
            HttpServletRequest request, Locale locale, Model model) {
        String partner = SignedIn.current().partner();
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

    private String service(End end, Locale locale) {
        String id = end.permission().service();
        return catalog.serviceName(id, locale);
    }

    private static String name(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }
}
