package io.mandate.termination.web;

import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of a relationship as its page shows it.
 *
 * @param other the name of the reader's other side
 * @param inForce whether it can still end
 * @param running the wish that is open; empty for none
 * @param ended how it ended; empty where it is in force, or never was
 * @param endsAt when it would end if the reader asked now
 * @param held the services whose permission ends, or what was held until the end
 * @param waiting the requests that are withdrawn with the end
 * @param blocking what has to be settled first
 * @param onDuty whether there is a duty to support that ends with it
 * @param renegotiated whether something is proposed or agreed about a duty that comes to nothing with it
 */
record EndView(
        Side side, String partner, String customer, String other, boolean inForce, Optional<Termination> running,
        Optional<Termination> ended, Instant endsAt, List<Held> held, List<String> waiting, List<String> blocking,
        boolean onDuty, boolean renegotiated) {

    /**
     * A service.
     *
     * @param check name of a {@code CheckResult}; empty while it is held
     */
    record Held(String service, String check, String left) {}

    /** Whether the reader's side asked. */
    public boolean isOwn() {
        return running.filter(one -> one.askedBy() == side).isPresent();
    }

    /** The organisation that asked. */
    public String asking(Termination one) {
        return one.askedBy() == Side.PARTNER ? partner : customer;
    }

    /** The organisation that may confirm. */
    public String answering(Termination one) {
        return one.askedBy() == Side.PARTNER ? customer : partner;
    }
}
