package io.mandate.bench;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Says on the console how far it is. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
