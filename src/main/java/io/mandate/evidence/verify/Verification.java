package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Digests;
import io.mandate.evidence.VerifyingKey;
import io.mandate.evidence.verify.Finding.What;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Verifies a whole ledger, piece by piece: all checkpoints in their order, then all chains in the order of their ids, then
 * {@link #report}. What is remembered meanwhile is a digest for each checkpoint.
 */
public final class Verification implements LedgerVisitor {

    private static final int FINDINGS_TOLD = 1000;

    private final Map<String, VerifyingKey> keys = new HashMap<>();
    private final Map<Long, String> copies = new TreeMap<>();
    private final Map<Long, Running> running = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<StoredChain.End> signing = Optional.empty();
    private String before = Digests.NONE;
    private long last;
    private String lastChain = "";
    private long chains;
    private long entries;
    private long erased;
    private long wrong;

    /** What one checkpoint is said to cover, and what was found of it. */
    private static final class Running {
        private final Map<String, Object> said;
        private final MessageDigest digest = Digests.sha256();
        private int covered;

        Running(Map<String, Object> said) {
            this.said = said;
        }
    }

    /**
     * What was found.
     *
     * @param erased entries that are without persons, as they are to be
     * @param wrong how many findings there are, of which the first thousand are told
     */
    public record Report(long checkpoints, long chains, long entries, long erased, long wrong, List<Finding> findings) {}

    /** @param copies checkpoints that were kept elsewhere */
    public Verification(Collection<VerifyingKey> keys, Collection<Checkpoint> copies) {
        keys.forEach(key -> this.keys.put(key.id(), key));
        copies.forEach(copy -> this.copies.put(copy.number(), copy.hash()));
    }

    @Override
    public void signing(StoredChain.End end) {
        signing = Optional.of(end);
    }

    @Override
    public void checkpoint(Checkpoint one) {
        if (one.number() != last + 1) {
            add(Finding.of(one.number() > last ? What.CHECKPOINT_LOST : What.CHECKPOINT_CHANGED, last + 1,
                    one.number() > last ? "it and those before " + one.number() + " are gone" : "it stands in another's place"));
        }
        boolean follows = one.number() == last + 1;
        last = one.number();
        Map<String, Object> body;
        try {
            body = Canonical.read(one.body());
        } catch (IllegalArgumentException damaged) {
            add(Finding.of(What.CHECKPOINT_CHANGED, one.number(), "it cannot be read"));
            before = one.hash();
            return;
        }
        running.put(one.number(), new Running(body));
        signature(one, body);
        if (!Digests.of(one.body()).equals(one.hash()) || !String.valueOf(one.number()).equals(String.valueOf(body.get("number")))) {
            add(Finding.of(What.CHECKPOINT_CHANGED, one.number(), "its content is not what its hash was taken of"));
        } else if (follows && !before.equals(body.get("previous"))) {
            add(Finding.of(What.CHECKPOINT_CHANGED, one.number(), "it does not follow the checkpoint before"));
        }
        String copy = copies.remove(one.number());
        if (copy != null && !copy.equals(one.hash())) {
            add(Finding.of(What.CHECKPOINT_CHANGED, one.number(), "the copy that was kept is another"));
        }
        before = one.hash();
    }

    private void signature(Checkpoint one, Map<String, Object> body) {
        VerifyingKey key = keys.get(String.valueOf(body.get("key")));
        if (key == null) {
            add(Finding.of(What.KEY_UNKNOWN, one.number(), "it is signed with the key " + body.get("key")));
        } else if (!key.signed(one.body(), decoded(one.signature()))) {
            add(Finding.of(What.SIGNATURE_WRONG, one.number(), "the key " + key.id() + " did not sign it"));
        }
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    @Override
    public void chain(StoredChain chain) {
        if (chain.id().toString().compareTo(lastChain) <= 0) {
            add(Finding.of(What.REORDERED, chain.id(), 0, "it stands behind " + lastChain));
        }
        lastChain = chain.id().toString();
        chains++;
        entries += chain.entries().size();
        ChainCheck.Outcome outcome = ChainCheck.of(chain);
        outcome.findings().forEach(this::add);
        WordsCheck.Outcome words = WordsCheck.of(chain, outcome.contents());
        words.findings().forEach(this::add);
        erased += words.erased();
        HeldCheck.of(chain, outcome.contents()).forEach(this::add);
        chain.covered().forEach(one -> cover(chain.id(), one));
    }

    private void cover(UUID chain, StoredChain.Covered one) {
        Running checkpoint = running.get(one.number());
        if (checkpoint == null) {
            add(Finding.of(What.CHECKPOINT_LOST, one.number(), "it covered " + chain));
        } else {
            checkpoint.digest.update(Checkpoint.line(chain, one.seq(), one.hash()).getBytes(StandardCharsets.UTF_8));
            checkpoint.covered++;
        }
    }

    /** What was found, once everything was passed through. */
    public Report report() {
        running.forEach((number, one) -> {
            if (!HexFormat.of().formatHex(one.digest.digest()).equals(one.said.get("digest"))) {
                add(Finding.of(What.CHECKPOINT_CHANGED, number,
                        "the " + one.covered + " ends that it covers are not the " + one.said.get("covered") + " that were signed"));
            }
        });
        copies.keySet().forEach(number -> add(Finding.of(What.CHECKPOINT_LOST, number, "only the copy that was kept has it")));
        signing.filter(end -> end.seq() != last || !end.hash().equals(last == 0 ? "" : before)).ifPresent(end ->
                add(Finding.of(What.CHECKPOINT_LOST, Math.max(end.seq(), last), "the last checkpoint is said to be " + end.seq())));
        return new Report(running.size(), chains, entries, erased, wrong, List.copyOf(findings));
    }

    private void add(Finding finding) {
        wrong++;
        if (findings.size() < FINDINGS_TOLD) {
            findings.add(finding);
        }
    }
}
