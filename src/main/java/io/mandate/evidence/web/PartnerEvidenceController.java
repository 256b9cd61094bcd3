package io.mandate.evidence.web;

import io.mandate.evidence.Reader;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.NotFoundException;
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

/** A partner reads the evidence of its own relationship with a customer. */
@Controller
@RequestMapping("/customers/{id:[0-9a-f-]{36}}/evidence")
class PartnerEvidenceController {

    private final Relationships relationships;
    private final EvidencePage page;

    PartnerEvidenceController(Relationships relationships, EvidencePage page) {
        this.relationships = relationships;
        this.page = page;
    }

    @GetMapping
    String list(@PathVariable UUID id, @RequestParam(name = "page", defaultValue = "") String number, HttpServletRequest request,
            Locale locale, Model model) {
        page.list(reading(own(id, model)), number, request, locale, model);
        return "evidence/partner-list";
    }

    @GetMapping("/{seq:\\d{1,9}}")
    String receipt(@PathVariable UUID id, @PathVariable int seq, Locale locale, Model model) {
        page.show(reading(own(id, model)), id, seq, locale, model);
        return "evidence/partner-receipt";
    }

    @GetMapping("/{seq:\\d{1,9}}.json")
    ResponseEntity<String> download(@PathVariable UUID id, @PathVariable int seq, Model model) {
        return page.download(reading(own(id, model)), id, seq);
    }

    private static Reading reading(Relationship own) {
        return new Reading(Reader.PARTNER, Map.of(own.id(), ""), any -> true, one -> "/customers/" + own.id() + "/evidence/" + one.seq());
    }

    private Relationship own(UUID id, Model model) {
        Relationship own = relationships.find(id).filter(one -> one.partnerId().equals(SignedIn.current().partner()))
                .orElseThrow(() -> new NotFoundException("relationship", id));
        model.addAttribute("relationship", own);
        return own;
    }
}
