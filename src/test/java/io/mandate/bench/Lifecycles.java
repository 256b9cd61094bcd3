package io.mandate.bench;

import java.util.List;

/** Whole lifecycles of Mandate and of its opponents, in turn. */
final class Lifecycles {

    /** How many are counted, of those that warm up: enough to count what polling adds. */
    private static final double COUNTED = 0.2;

    private Lifecycles() {}

    static List<Contender> run(Field field, Sizes sizes, Contender mandate) {
        List<Contender> all = List.of(mandate, field.ordinary(sizes.clients()), field.limit(sizes.clients()),
                field.byPages(mandate, sizes.clients()));
        for (Contender one : all) {
            one.warmUp(sizes.clients(), sizes.warmUp());
            Progress.say(one.name + " is warm");
            one.database.settle();
        }
        for (int round = 0; round < sizes.rounds(); round++) {
            for (Contender one : all) {
                one.round(sizes.clients(), sizes.seconds());
                Progress.say("%s: %.1f lifecycles per second".formatted(one.name, one.perSecond.get(round)));
            }
        }
        for (Contender one : all) {
            one.count(sizes.clients(), Math.max(40, (int) (sizes.warmUp() * COUNTED)));
        }
        return all;
    }
}
