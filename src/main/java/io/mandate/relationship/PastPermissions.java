package io.mandate.relationship;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each relationship held last, from the record of what is held and what was lost. */
@Component
public class PastPermissions {

    private final Permissions permissions;
    private final Revocations revocations;

    PastPermissions(Permissions permissions, Revocations revocations) {
        this.permissions = permissions;
        this.revocations = revocations;
    }

    /** For each service that the relationship ever held, how it held it last; by service, in their order. */
    @Transactional(readOnly = true)
    public Map<String, PastPermission> of(UUID relationship) {
        Map<String, PastPermission> past = new TreeMap<>();
        permissions.standing(relationship).forEach(one -> past.put(one.service(), PastPermission.of(one)));
        // The newest loss comes first, and what stands is newer than any.
        for (Revocation revocation : revocations.of(relationship)) {
            revocation.lost().forEach(lost -> past.putIfAbsent(lost.service(), PastPermission.of(lost, revocation)));
        }
        return past;
    }
}
