package io.mandate.decision;

import io.mandate.relationship.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to one question (AuthZEN 1.0, section 5.5).
 *
 * @param decision whether it is allowed
 * @param context until when and in which roles; or why not
 */
public record Decision(boolean decision, Map<String, Object> context) {

    static Decision permit(Permission permission) {
        return new Decision(true, facts("valid_until", permission.endsAt().toString(), "roles", permission.roles()));
    }

    static Decision deny(Reason reason, Object... facts) {
        Map<String, Object> why = facts("reason", reason.code(), "reason_admin", Map.of("en", reason.text()));
        why.putAll(facts(facts));
        return new Decision(false, why);
    }

    /** One question of several could not be decided: it counts as denied (section 7.2.1). */
    static Decision error(int status, String message) {
        return new Decision(false, facts("error", facts("status", status, "message", message)));
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Object> rest = List.of(namesAndValues);
        for (int i = 0; i < rest.size(); i += 2) {
            facts.put((String) rest.get(i), rest.get(i + 1));
        }
        return facts;
    }
}
