package io.mandate.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.HeldTerm;
import io.mandate.relationship.Permission;
import io.mandate.termrules.TermRule;
import io.mandate.terms.TermPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is due because of a term while time passes: across leap days and changes to summer time, and with runs that were missed. */
class TermPlanTests {

    private static final TermRule RULE = new TermRule(List.of(30, 7, 1, 0), true, 180);
    private static final Duration RUN = Duration.ofHours(1);

    /** What happened in the life of one permission that is looked at again and again. */
    private static final class Life {

        private HeldTerm term;
        private final List<Integer> notices = new ArrayList<>();
        private final List<Instant> extensions = new ArrayList<>();
        private boolean ended;

        Life(Instant granted, int days, boolean extending) {
            term = new HeldTerm(held(granted, granted.plus(Duration.ofDays(days))), "global", extending, granted);
        }

        private static Permission held(Instant granted, Instant end) {
            return new Permission(new UUID(0, 1), "mail", "contoso", new UUID(0, 2), new UUID(0, 3), List.of("mail-reader"), granted, end);
        }

        void look(Instant now) {
            if (ended || now.isBefore(term.nextDueAt())) {
                return;
            }
            TermPlan plan = new TermPlan(term, RULE);
            Permission held = term.permission();
            switch (plan.due(now)) {
                case END -> ended = true;
                case EXTENSION -> {
                    extensions.add(now);
                    Permission extended = held(held.grantedAt(), plan.extendedTo().orElseThrow());
                    term = new HeldTerm(extended, "global", true, plan.extended(now).next(now));
                }
                case NOTICE -> {
                    notices.add(plan.notice(now).orElseThrow());
                    term = new HeldTerm(held, "global", term.extending(), plan.next(now));
                }
                case NOTHING -> term = new HeldTerm(held, "global", term.extending(), plan.next(now));
            }
            assertThat(ended || term.nextDueAt().isAfter(now)).as("it is not due again at once").isTrue();
        }

        void stop(Instant now) {
            Instant due = term.nextDueAt().isBefore(now) ? term.nextDueAt() : now;
            term = new HeldTerm(term.permission(), "global", false, due);
        }

        Instant end() {
            return term.permission().endsAt();
        }
    }

    @Property(tries = 300)
    void each_notice_is_given_once_and_the_end_is_found_by_the_first_run_after_it(
            @ForAll("instants") Instant granted, @ForAll @IntRange(min = 1, max = 731) int days) {
        Life life = new Life(granted, days, false);

        Instant now = granted;
        for (; !life.ended; now = now.plus(RUN)) {
            assertThat(now).isBeforeOrEqualTo(life.end().plus(RUN));
            life.look(now);
        }

        // The day itself has a notice where it begins after the grant, and a run comes between its beginning and the end.
        Instant day = life.end().minusNanos(1).atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        boolean onTheDay = day.isAfter(granted) && !day.isAfter(life.end().minus(RUN));
        boolean withTheDayBefore = onTheDay && day.equals(life.end().minus(Duration.ofDays(1)));
        assertThat(life.notices).isEqualTo(Stream.of(30, 7, 1, 0)
                .filter(notice -> notice == 0 ? onTheDay : notice < days && !(notice == 1 && withTheDayBefore)).toList());
        assertThat(life.extensions).isEmpty();
    }

    @Property(tries = 300)
    void whatever_runs_are_missed_no_notice_comes_twice_and_no_end_is_missed(
            @ForAll("instants") Instant granted, @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll("pauses") List<Integer> pauses) {
        Life life = new Life(granted, days, false);

        Instant now = granted;
        for (int pause : pauses) {
            now = now.plus(Duration.ofHours(pause));
            life.look(now);
        }
        life.look(life.end().isAfter(now) ? life.end() : now);

        assertThat(life.ended).isTrue();
        assertThat(life.notices).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other - one);
    }

    @Property(tries = 300)
    void it_is_extended_before_each_end_until_it_is_stopped_and_never_after(
            @ForAll("instants") Instant granted, @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = 0, max = 20_000) int hoursUntilStop) {
        Life life = new Life(granted, days, true);
        Instant stop = granted.plus(Duration.ofHours(hoursUntilStop)).plusSeconds(1);

        Instant now = granted;
        for (; now.isBefore(stop); now = now.plus(RUN)) {
            life.look(now);
            assertThat(life.ended).isFalse();
        }
        life.stop(stop);
        Instant end = life.end();
        for (; !life.ended; now = now.plus(RUN)) {
            life.look(now);
        }

        assertThat(life.end()).isEqualTo(end).isEqualTo(
                granted.plus(Duration.ofDays(days + 180L * life.extensions.size())));
        assertThat(life.extensions).allMatch(extension -> extension.isBefore(stop));
    }

    @Example
    void of_several_notices_that_were_missed_only_the_nearest_is_given() {
        Instant granted = Instant.parse("2027-01-01T12:00:00Z");
        Life life = new Life(granted, 365, false);
        life.look(granted);

        life.look(life.end().minus(Duration.ofHours(30)));
        assertThat(life.notices).containsExactly(7);

        life.look(life.end().minus(Duration.ofHours(1)));
        assertThat(life.notices).containsExactly(7, 0);
    }

    @Example
    void a_day_has_24_hours_also_over_a_leap_day() {
        Instant granted = Instant.parse("2027-03-16T01:30:00Z");
        Life life = new Life(granted, 365, false);
        assertThat(life.end()).isEqualTo(Instant.parse("2028-03-15T01:30:00Z"));

        TermPlan plan = new TermPlan(life.term, RULE);
        assertThat(plan.next(granted)).isEqualTo(Instant.parse("2028-02-14T01:30:00Z"));
        assertThat(plan.next(Instant.parse("2028-03-14T01:30:00Z"))).isEqualTo(Instant.parse("2028-03-15T00:00:00Z"));
    }

    @Example
    void what_ended_unseen_is_not_extended_any_more() {
        Life life = new Life(Instant.parse("2027-01-01T12:00:00Z"), 30, true);

        life.look(life.end());

        assertThat(life.ended).isTrue();
        assertThat(new TermPlan(life.term, RULE).due(life.end())).isEqualTo(Step.END);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long first = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(0, 3L * 366 * 24 * 60).map(minutes -> Instant.ofEpochSecond(first + minutes * 60));
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(1, 2000).list().ofMinSize(1).ofMaxSize(30);
    }
}
