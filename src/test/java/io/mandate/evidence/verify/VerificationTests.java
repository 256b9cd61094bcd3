package io.mandate.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.Digests;
import io.mandate.evidence.Entry;
import io.mandate.evidence.Part;
import io.mandate.evidence.SampleChains;
import io.mandate.evidence.verify.Finding.What;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import io.mandate.evidence.verify.Verification.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to entries behind Mandate's back shows, and says what it was. */
class VerificationTests extends SampleLedgerTest {

    @Example
    void what_nobody_touched_is_as_it_was_written() {
        Report report = report(List.of());

        assertThat(report.findings()).isEmpty();
        assertThat(report.chains()).isEqualTo(6);
        assertThat(report.entries()).isEqualTo(2 + 3 + 4 + 5 + 6 + 7);
        assertThat(report.checkpoints()).isEqualTo(2);
    }

    @Property(tries = 200)
    void any_changed_sign_of_any_entry(@ForAll @IntRange(max = 5) int chain, @ForAll @IntRange(max = 999) int which, @ForAll @IntRange(max = 9999) int sign) {
        int seq = which % entries(chain).size();
        Entry entry = entries(chain).get(seq).entry();
        int at = sign % entry.body().length();
        char other = entry.body().charAt(at) == '0' ? '1' : '0';
        replace(chain, seq, new Entry(entry.chain(), entry.seq(), entry.body().substring(0, at) + other + entry.body().substring(at + 1), entry.hash()));

        assertThat(report(List.of()).findings()).anySatisfy(found -> {
            assertThat(found.what()).isEqualTo(What.CHANGED);
            assertThat(found.chain()).contains(chains.get(chain).id());
            assertThat(found.at()).isEqualTo(seq + 1);
        });
    }

    @Property(tries = 100)
    void an_entry_that_was_rewritten_with_all_that_follow_it(@ForAll @IntRange(max = 5) int chain, @ForAll @IntRange(max = 999) int which) {
        int seq = which % entries(chain).size();
        UUID id = chains.get(chain).id();
        List<StoredEntry> forged = new ArrayList<>(entries(chain).subList(0, seq));
        String previous = seq == 0 ? Digests.NONE : forged.get(seq - 1).entry().hash();
        for (int next = seq; next < entries(chain).size(); next++) {
            String body = entries(chain).get(next).entry().body().replace("EXTENSION_ALLOWED", "EXTENSION_STOPPED")
                    .replaceFirst("\"previous\":\"[0-9a-f]*\"", "\"previous\":\"" + previous + "\"");
            forged.add(new StoredEntry(new Entry(id, next + 1, body, Digests.of(body)), entries(chain).get(next).parts(), Map.of()));
            previous = Digests.of(body);
        }
        StoredChain before = chains.get(chain);
        chains.set(chain, new StoredChain(id, Optional.of(new StoredChain.End(forged.size(), previous)), before.covered(), forged, before.held()));

        assertThat(report(List.of()).findings()).anySatisfy(found -> {
            assertThat(found.what()).isEqualTo(What.CHANGED);
            assertThat(found.chain()).contains(id);
            assertThat(found.detail()).contains("checkpoint");
        });
    }

    @Property(tries = 100)
    void a_removed_entry(@ForAll @IntRange(max = 5) int chain, @ForAll @IntRange(max = 999) int which) {
        int seq = which % entries(chain).size();
        List<StoredEntry> left = new ArrayList<>(entries(chain));
        left.remove(seq);
        entries(chain, left);

        assertThat(report(List.of()).findings()).anySatisfy(found -> {
            assertThat(found.what()).isEqualTo(seq == left.size() ? What.TAIL_LOST : What.REMOVED);
            assertThat(found.chain()).contains(chains.get(chain).id());
            assertThat(found.at()).isEqualTo(seq + 1);
        });
    }

    @Property(tries = 100)
    void two_entries_in_each_others_place(@ForAll @IntRange(max = 5) int chain, @ForAll @IntRange(max = 999) int one, @ForAll @IntRange(max = 999) int other) {
        int length = entries(chain).size();
        int first = one % length;
        int second = (first + 1 + other % (length - 1)) % length;
        Entry here = entries(chain).get(first).entry();
        Entry there = entries(chain).get(second).entry();
        replace(chain, first, new Entry(here.chain(), here.seq(), there.body(), there.hash()));
        replace(chain, second, new Entry(here.chain(), there.seq(), here.body(), here.hash()));

        assertThat(report(List.of()).findings()).filteredOn(found -> found.what() == What.REORDERED).extracting(Finding::at)
                .containsExactlyInAnyOrder(first + 1L, second + 1L);
    }

    @Property(tries = 50)
    void a_lost_tail(@ForAll @IntRange(max = 5) int chain, @ForAll @IntRange(min = 1, max = 6) int lost) {
        int left = Math.max(1, entries(chain).size() - lost);
        entries(chain, entries(chain).subList(0, left));

        assertThat(report(List.of()).findings()).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(What.TAIL_LOST);
            assertThat(found.at()).isEqualTo(left + 1);
        });
    }

    @Property(tries = 20)
    void a_lost_chain(@ForAll @IntRange(max = 5) int chain, @ForAll boolean withItsEnd) {
        StoredChain lost = chains.get(chain);
        chains.set(chain, new StoredChain(lost.id(), withItsEnd ? Optional.empty() : lost.end(), lost.covered(), List.of(), lost.held()));

        assertThat(report(List.of()).findings()).singleElement().extracting(Finding::what).isEqualTo(What.CHAIN_LOST);
    }

    @Property(tries = 20)
    void a_chain_that_is_lost_with_all_that_tells_of_it(@ForAll @IntRange(max = 5) int chain) {
        chains.remove(chain);

        assertThat(report(List.of()).findings()).extracting(Finding::what).containsExactly(What.CHECKPOINT_CHANGED, What.CHECKPOINT_CHANGED);
    }

    @Property(tries = 50)
    void changed_words(@ForAll @IntRange(max = 5) int chain, @ForAll boolean account) {
        StoredEntry entry = entries(chain).get(0);
        String name = account ? Part.ACCOUNT : Part.PERSON;
        Map<String, Part> parts = new HashMap<>(entry.parts());
        parts.put(name, new Part(parts.get(name).salt(), "{\"name\":\"Eve\"}"));
        replace(chain, 0, new StoredEntry(entry.entry(), parts, Map.of()));

        assertThat(report(List.of()).findings()).singleElement().extracting(Finding::what).isEqualTo(What.WORDS_CHANGED);
    }

    @Example
    void words_that_were_erased_verify_and_words_that_are_lost_do_not() {
        StoredEntry entry = entries(0).get(0);
        UUID about = UUID.fromString(String.valueOf(entry.entry().content().get("about")));
        replace(0, 0, new StoredEntry(entry.entry(), Map.of(), Map.of()));
        assertThat(report(List.of()).findings()).singleElement().extracting(Finding::what).isEqualTo(What.WORDS_LOST);

        List<StoredEntry> erased = new ArrayList<>(entries(0));
        StoredEntry last = erased.get(erased.size() - 1);
        StoredEntry erasure = SampleChains.erasure(chains.get(0).id(), erased.size() + 1, last.entry().hash(), about);
        erased.add(erasure);
        StoredChain before = chains.get(0);
        chains.set(0, new StoredChain(before.id(), Optional.of(new StoredChain.End(erased.size(), erasure.entry().hash())), before.covered(), erased, before.held()));

        Report report = report(List.of());
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(1);
    }
}
