package io.mandate.evidence.web;

import io.mandate.evidence.Reader;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Process owners and auditors read all evidence of one relationship of any partner, and of who administers the customer. */
@Controller
@RequestMapping("/overview/relationships/{id:[0-9a-f-]{36}}/evidence")
class OverviewEvidenceController {

    private final Relationships relationships;
    private final Partners partners;
    private final EvidencePage page;

    OverviewEvidenceController(Relationships relationships, Partners partners, EvidencePage page) {
        this.relationships = relationships;
        this.partners = partners;
        this.page = page;
    }

    @GetMapping
    String list(@PathVariable UUID id, @RequestParam(name = "page", defaultValue = "") String number, HttpServletRequest request,
            Locale locale, Model model) {
        page.list(reading(id, model), number, request, locale, model);
        return "evidence/overview-list";
    }

    @GetMapping("/{chain:[0-9a-f-]{36}}/{seq:\\d{1,9}}")
    String receipt(@PathVariable UUID id, @PathVariable UUID chain, @PathVariable int seq, Locale locale, Model model) {
        page.show(reading(id, model), chain, seq, locale, model);
        return "evidence/overview-receipt";
    }

    @GetMapping("/{chain:[0-9a-f-]{36}}/{seq:\\d{1,9}}.json")
    ResponseEntity<String> download(@PathVariable UUID id, @PathVariable UUID chain, @PathVariable int seq, Model model) {
        return page.download(reading(id, model), chain, seq);
    }

    private Reading reading(UUID id, Model model) {
        Relationship known = relationships.find(id).orElseThrow(() -> new NotFoundException("relationship", id));
        model.addAttribute("relationship", known);
        model.addAttribute("partner", partners.get(known.partnerId()).name());
        return new Reading(Reader.MANDATE, Map.of(id, "", known.customer().id(), known.organisation()), any -> true,
                one -> "/overview/relationships/" + id + "/evidence/" + one.chain() + "/" + one.seq());
    }
}
