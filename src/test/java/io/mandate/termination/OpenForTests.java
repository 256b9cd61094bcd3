package io.mandate.termination;

import io.mandate.relationship.OpenMatters;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Matters that a test opens and settles. */
@TestComponent
public class OpenForTests implements OpenMatters {

    private volatile List<String> open = List.of();
    private volatile int closedLooks;

    public void open(String matter) {
        open = List.of(matter);
    }

    /** Opens one that the first look does not show yet, as if it were opened at that very moment. */
    public void openAfterALook(String matter) {
        closedLooks = 1;
        open = List.of(matter);
    }

    public void settle() {
        closedLooks = 0;
        open = List.of();
    }

    @Override
    public List<String> of(UUID relationship) {
        return closedLooks-- > 0 ? List.of() : open;
    }
}
