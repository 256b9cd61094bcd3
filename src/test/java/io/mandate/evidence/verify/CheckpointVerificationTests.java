package io.mandate.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Digests;
import io.mandate.evidence.SampleChains;
import io.mandate.evidence.verify.Finding.What;
import io.mandate.testing.TestKeys;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to checkpoints behind Mandate's back shows, and says what it was. */
class CheckpointVerificationTests extends SampleLedgerTest {

    @Property(tries = 50)
    void a_changed_checkpoint(@ForAll @IntRange(max = 1) int which, @ForAll @IntRange(max = 999) int sign) {
        Checkpoint one = checkpoints.get(which);
        int at = sign % one.body().length();
        String body = one.body().substring(0, at) + (one.body().charAt(at) == '0' ? '1' : '0') + one.body().substring(at + 1);
        checkpoints.set(which, new Checkpoint(one.number(), body, Digests.of(body), one.signature()));

        assertThat(report(List.of()).findings()).extracting(Finding::what)
                .containsAnyOf(What.SIGNATURE_WRONG, What.CHECKPOINT_CHANGED, What.KEY_UNKNOWN);
    }

    @Example
    void a_lost_checkpoint_two_swapped_ones_and_the_last_one() {
        checkpoints.remove(0);
        assertThat(report(List.of()).findings()).extracting(Finding::what).contains(What.CHECKPOINT_LOST);

        checkpoints.add(SAMPLE.checkpoints().get(0));
        assertThat(report(List.of()).findings()).extracting(Finding::what).contains(What.CHECKPOINT_CHANGED);

        checkpoints.clear();
        checkpoints.add(SAMPLE.checkpoints().get(0));
        assertThat(report(List.of()).findings()).extracting(Finding::what).containsOnly(What.CHECKPOINT_LOST);
    }

    @Example
    void checkpoints_that_are_lost_with_all_that_they_cover_are_known_by_the_copy_that_was_kept() {
        checkpoints.remove(1);
        chains.replaceAll(one -> new StoredChain(one.id(), one.end(), one.covered().subList(0, 1), one.entries(), one.held()));
        assertThat(report(List.of()).findings()).isEmpty();

        assertThat(report(SAMPLE.checkpoints()).findings()).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(What.CHECKPOINT_LOST);
            assertThat(found.at()).isEqualTo(2);
        });
    }

    @Example
    void what_somebody_else_signed() {
        SampleChains forged = SampleChains.of(TestKeys.privatePem(TestKeys.pair()), 6);

        assertThat(report(forged.chains(), forged.checkpoints(), List.of(), SAMPLE.key()).findings())
                .extracting(Finding::what).containsExactly(What.KEY_UNKNOWN, What.KEY_UNKNOWN);
        assertThat(report(forged.chains(), forged.checkpoints(), SAMPLE.checkpoints(), SAMPLE.key(), forged.key()).findings())
                .extracting(Finding::what).containsExactly(What.CHECKPOINT_CHANGED, What.CHECKPOINT_CHANGED);
    }

    @Example
    void a_signature_that_is_none() {
        Checkpoint one = checkpoints.get(0);
        for (String signature : List.of("", "§", Base64.getEncoder().encodeToString(new byte[64]))) {
            checkpoints.set(0, new Checkpoint(one.number(), one.body(), one.hash(), signature));

            assertThat(report(List.of()).findings()).singleElement().extracting(Finding::what).isEqualTo(What.SIGNATURE_WRONG);
        }
    }

    @Example
    void chains_in_another_order() {
        Collections.swap(chains, 1, 4);

        assertThat(report(List.of()).findings()).extracting(Finding::what).contains(What.REORDERED);
    }
}
