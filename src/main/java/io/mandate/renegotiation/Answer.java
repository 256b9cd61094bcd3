package io.mandate.renegotiation;

import io.mandate.relationship.RenegotiationStatus;
import java.util.Locale;

/** What whoever was asked answered, as the diagram reads it. */
public enum Answer {
    AGREED,
    DECLINED,
    EXPIRED;

    /** What a proposal that stands there was answered. */
    public static Answer of(RenegotiationStatus status) {
        return switch (status) {
            case DECLINED, NOT_ACCEPTED -> DECLINED;
            case EXPIRED -> EXPIRED;
            default -> AGREED;
        };
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
