package io.mandate.invitation.web;

import io.mandate.catalog.Languages;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Request;
import io.mandate.request.Dossier;
import io.mandate.request.web.Choices;
import io.mandate.request.web.ServicesForm;
import io.mandate.web.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms that say who is asked for what: their fields, called as in Tasklist's forms, and what was meant by them. */
@Component
class RequestForms {

    /** The name of the forms in templates. */
    static final String FORM = "invitation";

    private static final List<String> WHO = List.of("organisation", "address", "language", "country", "cloud");

    private final ServicesForm services;

    RequestForms(ServicesForm services) {
        this.services = services;
    }

    /** An empty form; what leaves no choice is filled in. */
    Map<String, Object> empty(Choices choices, Locale language) {
        Map<String, Object> fields = who("", "", Languages.nearest(language).getLanguage(), only(choices.countries()),
                choices.clouds().keySet().stream().findFirst().orElse(""));
        fields.putAll(what("", List.of(), false));
        return fields;
    }

    /** The form filled from a request that was made before. */
    Map<String, Object> again(Dossier before) {
        Map<String, Object> fields = whoOf(before);
        Request request = before.request();
        fields.putAll(what("", request.asked(), request.withoutPermission()));
        return fields;
    }

    /** The form for a further request to a customer. */
    Map<String, Object> customer(Dossier last) {
        Map<String, Object> fields = whoOf(last);
        fields.putAll(what("", List.of(), false));
        return fields;
    }

    /** The form that changes what a draft asks for. */
    Map<String, Object> draft(Request draft) {
        return what(draft.name(), draft.asked(), draft.withoutPermission());
    }

    /** Everything as it was typed. */
    Map<String, Object> typed(Typed typed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        WHO.forEach(field -> fields.put(field, typed.line(field)));
        fields.putAll(typedServices(typed));
        return fields;
    }

    /** As {@link #typed}, of the form that changes what a draft asks for. */
    Map<String, Object> typedServices(Typed typed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", typed.line("name"));
        fields.put("withoutPermission", typed.ticked("withoutPermission"));
        fields.putAll(services.typed(typed));
        return fields;
    }

    /** The request that was meant. */
    NewInvitation read(Typed typed) {
        return new NewInvitation(typed.line("partner"), typed.line("organisation"), typed.line("address"), typed.line("language"),
                typed.line("country"), typed.line("cloud"), typed.line("name"), services.read(typed),
                typed.ticked("withoutPermission"));
    }

    private static Map<String, Object> whoOf(Dossier before) {
        Request request = before.request();
        boolean erased = request.times().erasedAt().isPresent();
        // Whoever is asked anew is named anew.
        return who(before.relationship().customer().identity().isErased() ? "" : request.organisation(),
                erased ? "" : request.address().value(), request.language().getLanguage(),
                request.country(), before.relationship().customer().cloud());
    }

    private static Map<String, Object> who(
            String organisation, String address, String language, String country, String cloud) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("organisation", organisation);
        fields.put("address", address);
        fields.put("language", language);
        fields.put("country", country);
        fields.put("cloud", cloud);
        return fields;
    }

    private Map<String, Object> what(String name, List<AskedPermission> asked, boolean withoutPermission) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("withoutPermission", withoutPermission);
        fields.putAll(services.of(asked));
        return fields;
    }

    private static String only(Map<String, String> options) {
        return options.size() == 1 ? options.keySet().iterator().next() : "";
    }
}
