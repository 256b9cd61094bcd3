package io.mandate.evidence.web;

import io.mandate.evidence.Entry;
import io.mandate.evidence.Reader;
import io.mandate.evidence.Written;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What somebody reads.
 *
 * @param chains with what each is about, for the list to say; empty where that is plain
 * @param known which entries they may read, beside what nobody of their side may
 * @param receipt address of the receipt of an entry
 */
record Reading(Reader reader, Map<UUID, String> chains, Predicate<Written> known, Function<Entry, String> receipt) {}
