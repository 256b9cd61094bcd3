package io.mandate.faults.node;

import io.mandate.MandateApplication;
import java.nio.file.Path;

/** Mandate with a clock that follows a file, so that all nodes of a test move together. */
public final class FaultyNode {

    /** The system property that names the file. */
    public static final String CLOCK = "faults.clock";

    private FaultyNode() {}

    public static void main(String[] args) {
        MovedClock.follow(Path.of(System.getProperty(CLOCK)));
        MandateApplication.main(args);
    }
}
