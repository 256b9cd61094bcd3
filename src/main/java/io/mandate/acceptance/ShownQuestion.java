package io.mandate.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.catalog.Catalog;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PastPermission;
import io.mandate.termrules.TermRules;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts down what a person was shown before they answered, in the words they saw, for the evidence; why something was lost
 * before by the name of the reason.
 */
@Component
class ShownQuestion {

    private final ObjectMapper json = new ObjectMapper();
    private final Catalog catalog;
    private final TermRules terms;
    private final Clock clock;

    ShownQuestion(Catalog catalog, TermRules terms, Clock clock) {
        this.catalog = catalog;
        this.terms = terms;
        this.clock = clock;
    }

    /** The question as JSON, its texts in the language in which it was shown. */
    String json(Question question, Locale language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("partner", question.partner().name());
        shown.put("partnerSince", question.partner().since().toString());
        question.provider().ifPresent(name -> shown.put("askedOnItsBehalfBy", name));
        shown.put("person", question.contact().person());
        shown.put("address", question.contact().address());
        shown.put("organisation", question.request().organisation());
        shown.put("cloud", question.cloud().name().in(language));
        shown.put("services", question.asked().stream().map(asked -> service(question, asked, language)).toList());
        shown.put("agreement", question.agreement().title() + " " + question.agreement().version());
        shown.put("language", language.getLanguage());
        try {
            return json.writeValueAsString(shown);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> service(Question question, AskedPermission asked, Locale language) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("service", catalog.serviceName(asked.service(), language));
        service.put("roles", roles(asked.service(), asked.roles(), language));
        service.put("days", asked.days());
        if (asked.extending()) {
            terms.find(question.cloud().id(), asked).ifPresent(rule -> service.put("extendedBy", rule.extensionDays()));
        }
        Optional.ofNullable(question.before().get(asked.service()))
                .ifPresent(past -> service.put("before", before(past, language)));
        service.put("heldBy", Optional.ofNullable(question.holders().get(asked.service())).map(Partner::name).orElse(""));
        return service;
    }

    private Map<String, Object> before(PastPermission past, Locale language) {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("roles", roles(past.service(), past.roles(), language));
        before.put("until", past.until().toString());
        before.put("state", past.stateAt(clock.instant()));
        return before;
    }

    private List<String> roles(String asked, List<String> roles, Locale language) {
        return roles.stream()
                .map(id -> catalog.service(asked)
                        .flatMap(service -> service.role(id))
                        .map(role -> role.name().in(language) + ": " + role.description().in(language))
                        .orElse(id))
                .toList();
    }
}
