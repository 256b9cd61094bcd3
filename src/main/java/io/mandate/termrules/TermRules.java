package io.mandate.termrules;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.engine.DecisionTables;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The decision table {@code term-rules}: who is told when of an end, and what may be extended. */
@Component
public class TermRules {

    private static final Logger LOG = LoggerFactory.getLogger(TermRules.class);

    /** Its key. */
    public static final String TABLE = "term-rules";
    /** Also that of a role that the catalog no longer has: what nobody knows is not made to last. */
    private static final int STRONGEST = 3;

    private final DecisionTables tables;
    private final Catalog catalog;

    TermRules(DecisionTables tables, Catalog catalog) {
        this.tables = tables;
        this.catalog = catalog;
    }

    /** The rule that holds now for a permission of a customer in this cloud. */
    public TermRule of(String cloud, Permission held) {
        return of(cloud, strength(held));
    }

    /** The rule that would hold now for a permission of a customer in this cloud. */
    public TermRule of(String cloud, AskedPermission asked) {
        return of(cloud, strength(asked.service(), asked.roles()));
    }

    /** As {@link #of(String, Permission)}; empty where the table has a mistake, which is logged: no page is to fail for it. */
    public Optional<TermRule> find(String cloud, Permission held) {
        return unlessMistaken(() -> of(cloud, held));
    }

    /** As {@link #find(String, Permission)}, of what is asked for. */
    public Optional<TermRule> find(String cloud, AskedPermission asked) {
        return unlessMistaken(() -> of(cloud, asked));
    }

    private static Optional<TermRule> unlessMistaken(Supplier<TermRule> rule) {
        try {
            return Optional.of(rule.get());
        } catch (RuntimeException mistake) {
            LOG.warn("Decision table {} has a mistake; pages offer no extension until it is mended", TABLE, mistake);
            return Optional.empty();
        }
    }

    /** As {@link #of(String, Permission)}, of all permissions whose strongest role has this strength. */
    public TermRule of(String cloud, int strength) {
        Map<String, Object> answer = tables.ask(TABLE, Map.of("cloud", cloud, "strength", strength));
        return new TermRule(days((String) answer.get("noticeDays")), (Boolean) answer.get("extensionAllowed"),
                ((Number) answer.get("extensionDays")).intValue());
    }

    /** That of the strongest role, from 1 to 3. */
    public int strength(Permission held) {
        return strength(held.service(), held.roles());
    }

    private int strength(String serviceId, List<String> roles) {
        Optional<io.mandate.catalog.Service> service = catalog.service(serviceId);
        return roles.stream()
                .map(id -> service.flatMap(known -> known.role(id)).map(Role::strength).orElse(STRONGEST))
                .max(Integer::compare).orElse(STRONGEST);
    }

    private static List<Integer> days(String days) {
        return Arrays.stream(days.split(",")).map(String::strip).filter(day -> !day.isEmpty()).map(Integer::valueOf).toList();
    }
}
