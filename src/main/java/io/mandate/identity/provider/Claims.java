package io.mandate.identity.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a token says, read by the names that the settings give. */
record Claims(Map<String, Object> values) {

    /** The texts of a claim, which is one or a list of them; none where it is missing or something else. */
    List<String> texts(String claim) {
        return find(values, claim).map(Claims::texts).orElse(List.of());
    }

    /** The only text of a claim, without spaces around it; empty where it is missing, blank or a list. */
    Optional<String> text(String claim) {
        return find(values, claim).filter(String.class::isInstance).map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty());
    }

    /** Whether a claim says yes; some providers write it as a text. */
    boolean isTrue(String claim) {
        return find(values, claim).filter(value -> value.equals(true) || value.equals("true")).isPresent();
    }

    /** The claim of that name, dots and all, or else the one at the end of the path. */
    private static Optional<Object> find(Map<?, ?> in, String claim) {
        if (in.get(claim) != null) {
            return Optional.of(in.get(claim));
        }
        int dot = claim.indexOf('.');
        return dot > 0 && in.get(claim.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, claim.substring(dot + 1))
                : Optional.empty();
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().filter(String.class::isInstance).map(Objects::toString).toList()
                : value instanceof String one ? List.of(one) : List.of();
    }
}
