package io.mandate.revocation;

import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Revoking;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes permissions away, each only if it is still held exactly as it was shown: otherwise
 * {@link PermissionChangedException} leaves everything as it was. With the transaction the permission stops counting, and
 * the rest has begun.
 */
@Service
@Transactional
public class Removals {

    private final Revoking revoking;
    private final Revocations revocations;
    private final RevocationProcess process;

    Removals(Revoking revoking, Revocations revocations, RevocationProcess process) {
        this.revoking = revoking;
        this.revocations = revocations;
        this.process = process;
    }

    /**
     * The customer removes it.
     *
     * @param who name of the customer's administrator
     * @param note what they write to both sides, empty for nothing
     */
    public Revocation removedByCustomer(Permission shown, String who, String note) {
        return begin(revoking.revoke(List.of(shown), RevocationReason.REMOVED_BY_CUSTOMER, who, note));
    }

    /** The partner gives it up; as {@link #removedByCustomer}. */
    public Revocation givenUp(Permission shown, String who, String note) {
        return begin(revoking.revoke(List.of(shown), RevocationReason.GIVEN_UP, who, note));
    }

    /** It was removed in the service's own portal, or given to another partner there. */
    public Revocation removedAtService(Permission held, boolean reassigned) {
        RevocationReason reason = reassigned ? RevocationReason.REASSIGNED : RevocationReason.REMOVED_AT_SERVICE;
        return begin(revoking.revoke(List.of(held), reason, "", ""));
    }

    /** The terms of these are over: they count no more, which is written down now. */
    public void termEnded(List<Permission> held) {
        lapsed(revoking.termEnded(held));
    }

    /** As {@link #termEnded}, where a request took the permissions and it was written down with that. */
    public void lapsed(List<Revocation> ended) {
        ended.forEach(process::revoked);
    }

    /** A request took permissions over from other partners: for each of them the rest begins. */
    public void takenOver(UUID request) {
        revocations.takenBy(request).forEach(process::revoked);
    }

    /** Whether this very permission was removed by its customer already, as by the first of two clicks. */
    @Transactional(readOnly = true)
    public boolean isRemovedByCustomer(UUID customer, String service, String mark) {
        return revocations.isLost(customer, service, mark, RevocationReason.REMOVED_BY_CUSTOMER);
    }

    /** As {@link #isRemovedByCustomer}: whether its partner gave it up already. */
    @Transactional(readOnly = true)
    public boolean isGivenUp(UUID customer, String service, String mark) {
        return revocations.isLost(customer, service, mark, RevocationReason.GIVEN_UP);
    }

    private Revocation begin(Revocation revocation) {
        process.revoked(revocation);
        return revocation;
    }
}
