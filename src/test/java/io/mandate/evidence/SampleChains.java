package io.mandate.evidence;

import io.mandate.evidence.verify.StoredChain.Covered;
import io.mandate.evidence.verify.StoredChain.End;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import io.mandate.evidence.verify.StoredChain;
import io.mandate.relationship.Act;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A few chains with checkpoints over them, as they would be stored. */
public final class SampleChains {

    private static final Instant AT = Instant.parse("2026-11-26T08:00:00.123Z");

    private final SigningKey key;
    private final List<StoredChain> chains = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private String before = Digests.NONE;

    private SampleChains(String pem) {
        key = SigningKey.ofPem(pem);
    }

    /**
     * So many chains, each one longer than that before; there is a checkpoint when half of each is written, and one at the end.
     *
     * @param pem the key that signs
     */
    public static SampleChains of(String pem, int number) {
        SampleChains sample = new SampleChains(pem);
        for (int i = 1; i <= number; i++) {
            sample.chains.add(chain(new UUID(0, i), i + 1));
        }
        sample.cover(1, 2);
        sample.cover(2, 1);
        return sample;
    }

    public List<StoredChain> chains() {
        return chains;
    }

    public List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    public VerifyingKey key() {
        return key.verifying();
    }

    /** The same entry as an act would be written. */
    public static StoredEntry entry(UUID chain, int seq, String previous) {
        UUID about = new UUID(1, seq % 2);
        Acted acted = new Acted(new Act(chain, about, AT.plusSeconds(seq), "EXTENSION_ALLOWED", "Ada Admin",
                Map.of("service", "mail", "number", seq), Map.of("note", "Please")),
                new Actor(Actor.Side.CUSTOMER, "PASSWORD", Optional.empty(), "ada@northwind.example"));
        Map<String, Part> parts = acted.parts();
        return new StoredEntry(Entry.of(chain, seq, previous, acted.content(parts, Optional.of("contoso"), false)), parts, Map.of());
    }

    /** An entry that says that persons were erased. */
    public static StoredEntry erasure(UUID chain, int seq, String previous, UUID about) {
        Acted acted = new Acted(new Act(chain, chain, AT.plusSeconds(seq), Chains.ERASED, "", Map.of("of", List.of(about.toString())), Map.of()),
                Actor.CLOCK);
        return new StoredEntry(Entry.of(chain, seq, previous, acted.content(Map.of(), Optional.empty(), false)), Map.of(), Map.of());
    }

    private static StoredChain chain(UUID id, int length) {
        List<StoredEntry> entries = new ArrayList<>();
        String previous = Digests.NONE;
        for (int seq = 1; seq <= length; seq++) {
            StoredEntry next = entry(id, seq, previous);
            entries.add(next);
            previous = next.entry().hash();
        }
        return new StoredChain(id, Optional.of(new End(length, previous)), List.of(), entries, Optional.empty());
    }

    /** Signs a checkpoint over the part of each chain that is its length divided by this. */
    private void cover(long number, int divisor) {
        MessageDigest digest = Digests.sha256();
        for (int i = 0; i < chains.size(); i++) {
            StoredChain chain = chains.get(i);
            Entry end = chain.entries().get(chain.entries().size() / divisor - 1).entry();
            digest.update(Checkpoint.line(chain.id(), end.seq(), end.hash()).getBytes(StandardCharsets.UTF_8));
            List<Covered> covered = new ArrayList<>(chain.covered());
            covered.add(new Covered(number, end.seq(), end.hash()));
            chains.set(i, new StoredChain(chain.id(), chain.end(), covered, chain.entries(), chain.held()));
        }
        Checkpoint signed = Checkpoint.of(number, before, Entry.moment(AT), chains.size(), HexFormat.of().formatHex(digest.digest()), key);
        checkpoints.add(signed);
        before = signed.hash();
    }
}
