package io.mandate.renegotiation;

import io.mandate.relationship.DutyChanging;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Renegotiation;
import io.mandate.web.Typing;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the partner does that is asked to take on another's duty to support. Refuses as {@link Renegotiating}; that a person is
 * of that partner is for the caller to know.
 */
@Service
@Transactional
public class DutyOffers {

    private final DutyChanging changing;
    private final RenegotiationProcess process;

    DutyOffers(DutyChanging changing, RenegotiationProcess process) {
        this.changing = changing;
        this.process = process;
    }

    /**
     * Accepts the duty from its date on.
     *
     * @param own the relationship of that partner with the customer
     */
    public void accept(UUID id, UUID own, String who) {
        process.otherPartnerAnswered(recordAcceptance(id, own, who));
    }

    /** Declines. The customer reads the reason; the partner that has the duty does not. */
    public void refuse(UUID id, UUID own, String who, String reason) {
        process.otherPartnerAnswered(recordRefusal(id, own, who, reason));
    }

    /** As {@link #accept}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Renegotiation recordAcceptance(UUID id, UUID own, String who) {
        return changing.accept(id, own, who);
    }

    /** As {@link #refuse}, in the record only: for Tasklist, where the engine moves on by itself. */
    public Renegotiation recordRefusal(UUID id, UUID own, String who, String reason) {
        String words = Typing.lines(reason);
        InvalidInputException.refuse(Renegotiating.tooLong("refusal", words));
        return changing.refuse(id, own, who, words);
    }
}
