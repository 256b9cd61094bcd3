package io.mandate.evidence.verify;

import io.mandate.evidence.Digests;
import io.mandate.evidence.Entry;
import io.mandate.evidence.verify.Finding.What;
import io.mandate.evidence.verify.StoredChain.Covered;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at one chain: every entry is what it was, follows the one before, and reaches as far as is known from elsewhere. */
final class ChainCheck {

    private final StoredChain chain;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Map<String, Object>> contents = new ArrayList<>();

    private ChainCheck(StoredChain chain) {
        this.chain = chain;
    }

    /**
     * What is wrong with it.
     *
     * @param contents all entries, read, as far as they could be
     */
    record Outcome(List<Finding> findings, List<Map<String, Object>> contents) {}

    static Outcome of(StoredChain chain) {
        ChainCheck check = new ChainCheck(chain);
        check.entries();
        check.ends();
        return new Outcome(check.findings, check.contents);
    }

    private void entries() {
        int expected = 1;
        String previous = Digests.NONE;
        boolean trusted = true;
        for (StoredEntry stored : chain.entries()) {
            Entry entry = stored.entry();
            if (entry.seq() > expected) {
                add(What.REMOVED, expected, entry.seq() - expected == 1 ? "it is gone" : "it and those up to " + (entry.seq() - 1) + " are gone");
                trusted = false;
            } else if (entry.seq() < expected) {
                add(What.REORDERED, entry.seq(), "it stands behind entry " + (expected - 1));
            }
            boolean intact = intact(entry, trusted ? previous : "");
            trusted = intact;
            previous = entry.hash();
            expected = Math.max(expected, entry.seq() + 1);
        }
    }

    /** @param previous the hash of the entry before; empty where that is not known any more */
    private boolean intact(Entry entry, String previous) {
        Map<String, Object> content;
        try {
            content = entry.content();
        } catch (IllegalArgumentException damaged) {
            add(What.CHANGED, entry.seq(), "it cannot be read");
            return false;
        }
        contents.add(content);
        if (!Digests.of(entry.body()).equals(entry.hash())) {
            add(What.CHANGED, entry.seq(), "its content is not what its hash was taken of");
            return false;
        }
        if (!chain.id().toString().equals(content.get("chain"))) {
            add(What.REORDERED, entry.seq(), "it was written in the chain " + content.get("chain"));
            return false;
        }
        if (!Integer.valueOf(entry.seq()).equals(content.get("seq"))) {
            add(What.REORDERED, entry.seq(), "it was written as entry " + content.get("seq"));
            return false;
        }
        if (!previous.isEmpty() && !previous.equals(content.get("previous"))) {
            add(What.CHANGED, entry.seq(), "it does not follow the entry before");
            return false;
        }
        return true;
    }

    /** What checkpoints, and the end of the chain, say must be there. */
    private void ends() {
        Map<Integer, String> hashes = new HashMap<>();
        chain.entries().forEach(one -> hashes.put(one.entry().seq(), one.entry().hash()));
        int last = chain.entries().isEmpty() ? 0 : chain.entries().get(chain.entries().size() - 1).entry().seq();
        int known = Math.max(chain.covered().stream().mapToInt(Covered::seq).max().orElse(0), chain.end().map(StoredChain.End::seq).orElse(0));
        if (last == 0 && known > 0) {
            add(What.CHAIN_LOST, 0, "none of its " + known + " entries is there");
            return;
        }
        if (last < known) {
            add(What.TAIL_LOST, last + 1, known - last == 1 ? "it is gone" : "it and those up to " + known + " are gone");
        }
        chain.covered().stream().filter(one -> hashes.containsKey(one.seq()) && !hashes.get(one.seq()).equals(one.hash()))
                .forEach(one -> add(What.CHANGED, one.seq(), "checkpoint " + one.number() + " has another entry"));
        chain.end().filter(end -> hashes.containsKey(end.seq()) && !hashes.get(end.seq()).equals(end.hash()))
                .ifPresent(end -> add(What.CHANGED, end.seq(), "the end of the chain has another entry"));
        if (last > 0 && (chain.end().isEmpty() || chain.end().get().seq() < last)) {
            add(What.CHANGED, last, "the chain is said to end before it");
        }
    }

    private void add(What what, long at, String detail) {
        findings.add(Finding.of(what, chain.id(), at, detail));
    }
}
