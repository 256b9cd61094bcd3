package io.mandate.faults;

import java.util.ArrayList;
import java.util.List;

/** A question that was asked about everything afterwards, how often, and what was wrong. */
final class Check {

    private final String what;
    private final List<String> wrong = new ArrayList<>();
    private int looked;

    Check(String what) {
        this.what = what;
    }

    /** Something was looked at. */
    Check looked(int more) {
        looked += more;
        return this;
    }

    void wrong(String how) {
        wrong.add(how);
    }

    String what() {
        return what;
    }

    int looked() {
        return looked;
    }

    List<String> wrong() {
        return wrong;
    }
}
