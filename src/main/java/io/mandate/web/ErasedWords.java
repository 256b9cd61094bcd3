package io.mandate.web;

import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.Erased;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What pages say in place of a person whose data was erased; templates call it as {@code @erased}. */
@Component("erased")
public class ErasedWords {

    private static final Set<String> MARKS = Set.of(Erased.WORDS, Erased.ADDRESS.value());

    private final MessageSource messages;
    private final Times times;

    ErasedWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** What is stored, or that it was erased, and when. */
    public String words(String stored, Optional<Instant> erasedAt, Locale locale) {
        return erasedAt.filter(at -> MARKS.contains(stored))
                .map(at -> messages.getMessage("erased.on", new Object[] {times.day(at, locale)}, locale)).orElse(stored);
    }

    /** As {@link #words}, where the date stands beside it. */
    public String brief(String stored, Optional<Instant> erasedAt, Locale locale) {
        return erasedAt.filter(at -> MARKS.contains(stored)).map(at -> messages.getMessage("erased", null, locale)).orElse(stored);
    }

    /** A person with name and address, or once that both were erased, and when. */
    public String person(String name, String address, Optional<Instant> erasedAt, Locale locale) {
        return erasedAt.isPresent() ? words(Erased.WORDS, erasedAt, locale) : name + ", " + address;
    }

    /** A customer's domain or one address, or that this address was erased. */
    public String identity(CustomerIdentity identity, Locale locale) {
        return identity.isErased() ? messages.getMessage("erased", null, locale) : identity.readable();
    }
}
