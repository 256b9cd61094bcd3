package io.mandate.evidence.verify;

import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Entry;
import io.mandate.evidence.SampleChains;
import io.mandate.evidence.VerifyingKey;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import io.mandate.evidence.verify.Verification.Report;
import io.mandate.testing.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.lifecycle.BeforeTry;

/** A sample of evidence that nobody has touched, for a test to touch. */
abstract class SampleLedgerTest {

    static final SampleChains SAMPLE = SampleChains.of(TestKeys.SIGNING, 6);

    final List<StoredChain> chains = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();

    @BeforeTry
    void nothing_is_touched_yet() {
        chains.clear();
        chains.addAll(SAMPLE.chains());
        checkpoints.clear();
        checkpoints.addAll(SAMPLE.checkpoints());
    }

    List<StoredEntry> entries(int chain) {
        return chains.get(chain).entries();
    }

    void entries(int chain, List<StoredEntry> entries) {
        StoredChain before = chains.get(chain);
        chains.set(chain, new StoredChain(before.id(), before.end(), before.covered(), entries, before.held()));
    }

    void replace(int chain, int index, Entry entry) {
        replace(chain, index, new StoredEntry(entry, entries(chain).get(index).parts(), Map.of()));
    }

    void replace(int chain, int index, StoredEntry entry) {
        List<StoredEntry> entries = new ArrayList<>(entries(chain));
        entries.set(index, entry);
        entries(chain, entries);
    }

    Report report(List<Checkpoint> copies) {
        return report(chains, checkpoints, copies, SAMPLE.key());
    }

    static Report report(List<StoredChain> chains, List<Checkpoint> checkpoints, List<Checkpoint> copies, VerifyingKey... keys) {
        Verification verification = new Verification(List.of(keys), copies);
        checkpoints.forEach(verification::checkpoint);
        chains.forEach(verification::chain);
        return verification.report();
    }
}
