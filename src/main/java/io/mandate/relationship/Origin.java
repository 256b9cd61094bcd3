package io.mandate.relationship;

import java.util.Map;

/**
 * From whom something in the history comes.
 *
 * @param person name, empty for Mandate itself
 * @param acts whether they do it themselves; otherwise somebody else, or the clock, carries out what they wanted, and evidence does
 *     not say that they did it
 */
record Origin(String person, boolean acts) {

    static Origin actor(String name) {
        return new Origin(name, true);
    }

    static Origin wish(String name) {
        return new Origin(name, false);
    }

    /** The name of who did it, empty where none is to be named. */
    String actor() {
        return acts ? person : "";
    }

    /** What names persons in an act, with the person whose wish it was. */
    Map<String, String> among(Map<String, String> persons) {
        return acts || person.isEmpty() ? persons : Facts.with(persons, "person", person);
    }
}
