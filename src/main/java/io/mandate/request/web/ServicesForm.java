package io.mandate.request.web;

import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import io.mandate.web.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The part of a form that says which services, roles and terms are asked for: its fields, called as in Tasklist's forms. */
@Component
public class ServicesForm {

    private static final String DEFAULT_DAYS = "365";

    private final Catalog catalog;

    ServicesForm(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The fields as they show what is asked for. */
    public Map<String, Object> of(List<AskedPermission> asked) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Service service : catalog.services()) {
            List<AskedPermission> before = asked.stream().filter(one -> one.service().equals(service.id())).toList();
            service.roles().forEach(role -> fields.put(ServiceFields.role(service, role),
                    before.stream().anyMatch(one -> one.roles().contains(role.id()))));
            fields.put(ServiceFields.days(service),
                    before.stream().findFirst().map(one -> String.valueOf(one.days())).orElse(DEFAULT_DAYS));
            fields.put(ServiceFields.extending(service), before.stream().anyMatch(AskedPermission::extending));
        }
        return fields;
    }

    /** The fields as they were typed. */
    public Map<String, Object> typed(Typed typed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Service service : catalog.services()) {
            service.roles().stream().map(role -> ServiceFields.role(service, role))
                    .forEach(role -> fields.put(role, typed.ticked(role)));
            fields.put(ServiceFields.days(service), typed.line(ServiceFields.days(service)));
            fields.put(ServiceFields.extending(service), typed.ticked(ServiceFields.extending(service)));
        }
        return fields;
    }

    /** Each service of which a role was ticked, also one that the chosen cloud does not offer: that is to be said. */
    public List<AskedPermission> read(Typed typed) {
        return catalog.services().stream()
                .map(service -> new AskedPermission(
                        service.id(), ticked(service, typed), typed.number(ServiceFields.days(service)),
                        typed.ticked(ServiceFields.extending(service))))
                .filter(asked -> !asked.roles().isEmpty())
                .toList();
    }

    private static List<String> ticked(Service service, Typed typed) {
        return service.roles().stream()
                .filter(role -> typed.ticked(ServiceFields.role(service, role))).map(Role::id).toList();
    }
}
