package io.mandate.restoration.web;

import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.PastPermission;
import io.mandate.request.web.ServicesForm;
import io.mandate.restoration.Restorable;
import io.mandate.web.Times;
import io.mandate.web.Typed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form by which a partner asks again: its fields, and what the page says beside each service. */
@Component
class RestorationForm {

    /** Its name in templates. */
    static final String NAME = "restoration";

    private final Catalog catalog;
    private final ServicesForm services;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    RestorationForm(Catalog catalog, ServicesForm services, MessageSource messages, Times times, Clock clock) {
        this.catalog = catalog;
        this.services = services;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** Filled with everything that was lost, as it was held; or with one service, lost or still held. */
    Map<String, Object> filled(Restorable known, Optional<String> only) {
        // Of what is still held, only what somebody followed a link to renew.
        List<AskedPermission> asked = only.isEmpty() ? known.lost() : Stream.concat(known.lost().stream(), known.held().stream())
                .filter(one -> one.service().equals(only.get())).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", known.address());
        fields.put("language", known.language().getLanguage());
        fields.put("note", "");
        fields.putAll(services.of(asked));
        return fields;
    }

    /** As it was typed. */
    Map<String, Object> typed(Typed typed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", typed.line("address"));
        fields.put("language", typed.line("language"));
        fields.put("note", typed.text("note"));
        fields.putAll(services.typed(typed));
        return fields;
    }

    /** What there is to know of each service before asking for it, by its field of roles. */
    Map<String, String> standings(Restorable known, Locale locale) {
        Map<String, String> standings = new LinkedHashMap<>();
        for (Service service : catalog.services(known.relationship().customer().cloud())) {
            String before = Optional.ofNullable(known.past().get(service.id()))
                    .map(past -> before(service, past, locale)).orElse("");
            String now = known.taken().contains(service.id()) ? messages.getMessage("restoration.taken", null, locale) : "";
            String standing = (before + " " + now).strip();
            if (!standing.isEmpty()) {
                standings.put(ServiceFields.roles(service), standing);
            }
        }
        return standings;
    }

    private String before(Service service, PastPermission past, Locale locale) {
        String roles = past.roles().stream()
                .map(id -> catalog.roleName(service.id(), id, locale)).collect(Collectors.joining(", "));
        return messages.getMessage("restoration.before." + past.stateAt(clock.instant()),
                new Object[] {roles, times.moment(past.until(), locale)}, locale);
    }
}
