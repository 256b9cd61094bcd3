package io.mandate.partners.web;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.partners.PartnerAdministration;
import io.mandate.partners.PartnerForm;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import io.mandate.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A process owner adds partners, and says where they may act and through whom. */
@Controller
@RequestMapping("/partners")
class PartnersController {

    private static final String ONE = "/{id:[a-z0-9][a-z0-9-]{0,59}}";
    private static final String MARKETS = "markets-";

    private final Partners partners;
    private final PartnerAdministration administration;
    private final Catalog catalog;

    PartnersController(Partners partners, PartnerAdministration administration, Catalog catalog) {
        this.partners = partners;
        this.administration = administration;
        this.catalog = catalog;
    }

    /** A row of the list, with its markets in words. */
    record Row(Partner partner, String provider, List<String> markets) {}

    @GetMapping
    String list(Locale locale, Model model) {
        List<Partner> known = partners.known();
        Map<String, String> names = known.stream().collect(Collectors.toMap(Partner::id, Partner::name));
        model.addAttribute("rows", known.stream().map(one -> new Row(one, one.provider().map(names::get).orElse(""),
                one.markets().stream().map(Partner.Market::cloud).distinct()
                        .map(cloud -> catalog.cloudName(cloud, locale) + ": " + countries(one, cloud)).toList())).toList());
        return "partners/list";
    }

    @GetMapping("/new")
    String form(Locale locale, Model model) {
        return show(Map.of(), List.of(), "", locale, model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, Locale locale, HttpServletResponse response, Model model,
            RedirectAttributes next) {
        try {
            PartnerForm form = read(new Typed(typed).line("id"), typed);
            Persistently.run(() -> administration.add(form));
            next.addFlashAttribute("of", form.name());
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(typed, refused.problems(), "", locale, model);
        }
        next.addFlashAttribute("done", "added");
        return "redirect:/partners";
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, Locale locale, Model model) {
        return show(fields(partners.get(id)), List.of(), id, locale, model);
    }

    @PostMapping(ONE)
    String change(@PathVariable String id, @RequestParam Map<String, String> typed, Locale locale, HttpServletResponse response,
            Model model, RedirectAttributes next) {
        try {
            PartnerForm form = read(id, typed);
            if (Persistently.get(() -> administration.change(form, typed.getOrDefault("shown", "")))) {
                next.addFlashAttribute("of", form.name());
                next.addFlashAttribute("done", "changed");
                return "redirect:/partners";
            }
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(typed, refused.problems(), id, locale, model);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", true);
        return show(fields(partners.get(id)), List.of(), id, locale, model);
    }

    private PartnerForm read(String id, Map<String, String> typed) {
        Typed form = new Typed(typed);
        Map<String, List<String>> markets = catalog.clouds().stream().collect(Collectors.toMap(Cloud::id, cloud ->
                Arrays.stream(form.line(MARKETS + cloud.id()).toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(one -> !one.isEmpty()).toList()));
        return new PartnerForm(id, form.line("name"), form.line("since"), form.line("provider"), markets);
    }

    private Map<String, String> fields(Partner partner) {
        Map<String, String> fields = new HashMap<>(Map.of("id", partner.id(), "name", partner.name(),
                "since", partner.since().toString(), "provider", partner.provider().orElse(""), "shown", PartnerAdministration.mark(partner)));
        catalog.clouds().forEach(cloud -> fields.put(MARKETS + cloud.id(), countries(partner, cloud.id())));
        return fields;
    }

    private static String countries(Partner partner, String cloud) {
        return partner.markets().stream().filter(one -> one.cloud().equals(cloud)).map(Partner.Market::country).sorted()
                .collect(Collectors.joining(", "));
    }

    /** The form for the partner with that id, or for a new one where it is empty. */
    private String show(Map<String, String> typed, List<FieldProblem> problems, String id, Locale locale, Model model) {
        Map<String, Object> fields = new HashMap<>();
        Map<String, String> clouds = new LinkedHashMap<>();
        List.of("id", "name", "since", "provider").forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        catalog.clouds().forEach(cloud -> {
            fields.put(MARKETS + cloud.id(), typed.getOrDefault(MARKETS + cloud.id(), ""));
            clouds.put(MARKETS + cloud.id(), cloud.name().in(locale));
        });
        FilledForm.show("partner", fields, problems, model);
        Map<String, String> providers = new LinkedHashMap<>();
        partners.known().stream().filter(one -> one.provider().isEmpty() && !one.id().equals(id))
                .forEach(one -> providers.put(one.id(), one.name()));
        model.addAttribute("id", id);
        model.addAttribute("shown", typed.getOrDefault("shown", ""));
        model.addAttribute("clouds", clouds);
        model.addAttribute("providers", providers);
        return "partners/form";
    }
}
