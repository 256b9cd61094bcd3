package io.mandate.evidence.web;

import io.mandate.evidence.Reader;
import io.mandate.evidence.Written;
import io.mandate.identity.SignedIn;
import io.mandate.organisation.Organisation;
import io.mandate.organisation.Organisations;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An administrator of a customer reads the evidence of everything between the customer and its partners. */
@Controller
@RequestMapping("/organisation/{customer:[0-9a-f-]{36}}/evidence")
class CustomerEvidenceController {

    private final Organisations organisations;
    private final Relationships relationships;
    private final Requests requests;
    private final Partners partners;
    private final EvidencePage page;

    CustomerEvidenceController(Organisations organisations, Relationships relationships, Requests requests, Partners partners,
            EvidencePage page) {
        this.organisations = organisations;
        this.relationships = relationships;
        this.requests = requests;
        this.partners = partners;
        this.page = page;
    }

    @GetMapping
    String list(@PathVariable UUID customer, @RequestParam(name = "page", defaultValue = "") String number, HttpServletRequest request,
            Locale locale, Model model) {
        model.addAttribute("organisation", own(customer));
        page.list(reading(customer, chains(customer)), number, request, locale, model);
        return "evidence/customer-list";
    }

    @GetMapping("/{chain:[0-9a-f-]{36}}/{seq:\\d{1,9}}")
    String receipt(@PathVariable UUID customer, @PathVariable UUID chain, @PathVariable int seq, Locale locale, Model model) {
        model.addAttribute("organisation", own(customer));
        Reading reading = reading(customer, chain);
        model.addAttribute("partner", reading.chains().get(chain));
        page.show(reading, chain, seq, locale, model);
        return "evidence/customer-receipt";
    }

    @GetMapping("/{chain:[0-9a-f-]{36}}/{seq:\\d{1,9}}.json")
    ResponseEntity<String> download(@PathVariable UUID customer, @PathVariable UUID chain, @PathVariable int seq) {
        own(customer);
        return page.download(reading(customer, chain), chain, seq);
    }

    /** Of one of its chains; of none where it is none of its own. */
    private Reading reading(UUID customer, UUID chain) {
        Map<UUID, String> chains = chains(customer);
        chains.keySet().retainAll(Set.of(chain));
        return reading(customer, chains);
    }

    private Reading reading(UUID customer, Map<UUID, String> chains) {
        return new Reading(Reader.CUSTOMER, chains, sent(chains.keySet(), customer),
                one -> "/organisation/" + customer + "/evidence/" + one.chain() + "/" + one.seq());
    }

    private Organisation own(UUID customer) {
        return organisations.of(EmailAddress.of(SignedIn.current().username()), customer);
    }

    /** The customer's own chain, and those of all its relationships with the partners' names. */
    private Map<UUID, String> chains(UUID customer) {
        Map<UUID, String> chains = new LinkedHashMap<>();
        chains.put(customer, "");
        relationships.ofCustomer(customer).forEach(one -> chains.put(one.id(), partners.get(one.partnerId()).name()));
        return chains;
    }

    /** Of what was never sent, and of partners that never sent anything, the customer does not learn. */
    private Predicate<Written> sent(Set<UUID> chains, UUID customer) {
        Set<UUID> known = new HashSet<>(Set.of(customer));
        chains.stream().filter(one -> !one.equals(customer)).forEach(chain -> {
            List<UUID> sent = requests.of(chain).stream()
                    .filter(one -> one.times().sentAt().isPresent() || one.kind() == RequestKind.ASSIGNMENT).map(Request::id).toList();
            known.addAll(sent);
            if (!sent.isEmpty()) {
                known.add(chain);
            }
        });
        return one -> known.contains(one.about());
    }
}
