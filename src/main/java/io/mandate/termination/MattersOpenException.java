package io.mandate.termination;

import java.util.List;

/** The relationship cannot end now; nothing was changed. */
public class MattersOpenException extends RuntimeException {

    private final List<String> open;

    MattersOpenException(List<String> open) {
        super("Please settle first what is open: " + String.join(", ", open));
        this.open = List.copyOf(open);
    }

    /** What is open. */
    public List<String> open() {
        return open;
    }
}
