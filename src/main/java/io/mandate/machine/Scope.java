package io.mandate.machine;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an access token is good for (RFC 6749, section 3.3). */
public enum Scope {
    /** Asking for decisions. */
    DECISIONS("mandate.decisions"),
    /** Reporting removals. */
    REMOVALS("mandate.removals");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The word that stands for it in tokens. */
    public String word() {
        return word;
    }

    /** Those among these words that Mandate knows; a token may have others, for somebody else. */
    public static Set<Scope> among(Collection<String> words) {
        Set<Scope> known = EnumSet.noneOf(Scope.class);
        words.forEach(word -> of(word).ifPresent(known::add));
        return known;
    }

    private static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
