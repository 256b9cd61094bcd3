package io.mandate.termination;

import io.mandate.relationship.OpenMatters;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Matters that a test opens and settles. */
@TestComponent
public class OpenForTests implements OpenMatters {

    private volatile List<String> open = List.of();

    public void open(String matter) {
        open = List.of(matter);
    }

    public void settle() {
        open = List.of();
    }

    @Override
    public List<String> of(UUID relationship) {
        return open;
    }
}
