package io.mandate.acceptance;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/**
 * The flat fields in which pages and Tasklist forms hold services, roles and terms: {@code mail_days} for a service's
 * term, {@code mail_reader} for its role {@code mail-reader}.
 */
@Component
public class ServiceFields {

    private final Catalog catalog;

    ServiceFields(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The field of a role: its id without the service in front, behind the service. */
    public static String role(Service service, Role role) {
        String prefix = service.id() + "-";
        String own = role.id().startsWith(prefix) ? role.id().substring(prefix.length()) : role.id();
        return (service.id() + "_" + own).replace('-', '_');
    }

    /** The field of a service's term in days. */
    public static String days(Service service) {
        return service.id().replace('-', '_') + "_days";
    }

    /** The field that says whether a service's permission is to be extended. */
    public static String extending(Service service) {
        return service.id().replace('-', '_') + "_extending";
    }

    /** The field that says whether a service is approved. */
    public static String approved(Service service) {
        return service.id().replace('-', '_') + "_approved";
    }

    /** The group of a service's role fields. */
    public static String roles(Service service) {
        return service.id().replace('-', '_') + "_roles";
    }

    /** The field of what rules call days, extending or roles of a service. */
    public static String named(Service service, String what) {
        return switch (what) {
            case "days" -> days(service);
            case "extending" -> extending(service);
            default -> roles(service);
        };
    }

    /** The field that carries the holder who was shown. */
    public static String holder(Service service) {
        return "holder_" + service.id().replace('-', '_');
    }

    /** The field that says how the partner that asks held it before. */
    public static String before(Service service) {
        return "before_" + service.id().replace('-', '_');
    }

    /** What was filled in: each service of which a role was ticked or a term typed, whether it may be asked for or not. */
    public List<AskedPermission> read(Predicate<String> ticked, ToIntFunction<String> number) {
        List<AskedPermission> asked = new ArrayList<>();
        for (Service service : catalog.services()) {
            List<String> roles = service.roles().stream()
                    .filter(role -> ticked.test(role(service, role))).map(Role::id).toList();
            int days = number.applyAsInt(days(service));
            if (!roles.isEmpty() || days != 0) {
                asked.add(new AskedPermission(service.id(), roles, days, ticked.test(extending(service))));
            }
        }
        return asked;
    }
}
