package io.mandate.termchange;

import io.mandate.relationship.Permission;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChanging;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets permissions end later: with the transaction the new end counts, and the rest has begun. */
@Service
@Transactional
public class Extensions {

    private final TermChanging changing;
    private final TermChangeProcess process;

    Extensions(TermChanging changing, TermChangeProcess process) {
        this.changing = changing;
        this.process = process;
    }

    /**
     * Extends a permission, if it is still held exactly as it was found, has not ended and is to be extended.
     *
     * @param next when something is to be done next because of the new term
     * @throws io.mandate.relationship.PermissionChangedException where it changed meanwhile: nothing was changed
     */
    public TermChange extend(Permission held, Instant end, Instant next) {
        TermChange change = changing.extend(held, end, next);
        process.changed(change);
        return change;
    }
}
