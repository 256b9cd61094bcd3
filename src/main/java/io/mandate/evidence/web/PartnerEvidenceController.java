package io.mandate.evidence.web;

import io.mandate.evidence.Reader;
import io.mandate.evidence.Written;
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
        Relationship own = own(id);
        model.addAttribute("relationship", own);
        page.list(Map.of(id, ""), one -> true, one -> "/customers/" + id + "/evidence/" + one.seq(), Reader.PARTNER, number, request, locale, model);
        return "evidence/partner-list";
    }

    @GetMapping("/{seq:\\d{1,9}}")
    String receipt(@PathVariable UUID id, @PathVariable int seq, Locale locale, Model model) {
        model.addAttribute("relationship", own(id));
        page.show(entry(id, seq), locale, model);
        return "evidence/partner-receipt";
    }

    @GetMapping("/{seq:\\d{1,9}}.json")
    ResponseEntity<String> download(@PathVariable UUID id, @PathVariable int seq) {
        own(id);
        return page.download(entry(id, seq), Reader.PARTNER);
    }

    private Written entry(UUID id, int seq) {
        return page.find(id, seq, one -> true, Reader.PARTNER);
    }

    private Relationship own(UUID id) {
        return relationships.find(id).filter(one -> one.partnerId().equals(SignedIn.current().partner()))
                .orElseThrow(() -> new NotFoundException("relationship", id));
    }
}
