package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What must be true of the duties of two partners to support the same customer, beside {@link RecordLife}. */
class DutyLife {

    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private final Map<String, Instant> released = new HashMap<>();

    /** The customer accepted. */
    void accept(String partner, Instant at) {
        if (ended.remove(partner) != null) {
            since.put(partner, at);
            released.remove(partner);
        }
        since.putIfAbsent(partner, at);
    }

    /** The relationship ended. */
    void end(String partner, Instant at) {
        ended.put(partner, at);
    }

    boolean inForce(String partner) {
        return since.containsKey(partner) && !ended.containsKey(partner);
    }

    /** The duty is released or, to another than the partner itself, handed over, all in one go. */
    void renegotiate(RecordLifeTests mandate, Map<String, Relationship> relationships, String partner, String other, Instant at) {
        if (!relationships.containsKey(partner) || !relationships.containsKey(other)) {
            return;
        }
        boolean handOver = !partner.equals(other);
        Optional<UUID> to = Optional.of(relationships.get(other).id()).filter(id -> handOver);
        ThrowingCallable act = () -> mandate.transaction.executeWithoutResult(status -> {
            UUID id = mandate.duties.propose(relationships.get(partner).id(), Side.CUSTOMER, "Ada Admin", new DutyWish(
                    handOver ? RenegotiationKind.HAND_OVER : RenegotiationKind.RELEASE, at, to, "", ""), at).id();
            mandate.duties.confirm(id, Side.PARTNER, "Somebody", Optional.empty(), "", at);
            to.ifPresent(own -> mandate.duties.accept(id, own, "Somebody else"));
            mandate.duties.change(id);
        });
        if (!inForce(partner) || released.containsKey(partner) || !inForce(other)) {
            assertThatThrownBy(act).isInstanceOf(RenegotiationRefusedException.class);
            return;
        }
        assertThatCode(act).doesNotThrowAnyException();
        released.put(partner, at);
        if (handOver && released.remove(other) != null) {
            since.put(other, at);
        }
    }

    void isTrueOf(String partner, Relationship relationship) {
        assertThat(relationship.dutySince()).isEqualTo(Optional.ofNullable(since.get(partner)));
        assertThat(relationship.dutyEndedAt())
                .isEqualTo(Optional.ofNullable(released.getOrDefault(partner, ended.get(partner))));
        assertThat(relationship.endedAt()).isEqualTo(Optional.ofNullable(ended.get(partner)));
        assertThat(relationship.isOnDuty()).isEqualTo(inForce(partner) && !released.containsKey(partner));
        assertThat(relationship.status().isInForce()).isEqualTo(inForce(partner));
    }
}
