package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Overdue.End;
import io.mandate.relationship.Overdue.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Since when what is over; days are counted in January 2027. */
class OverdueTests {

    private static final UUID RELATIONSHIP = UUID.randomUUID();

    @Test
    void a_request_that_was_not_granted_is_over_when_it_was_closed() {
        Part declined = closed(false, 5);
        Overdue waiting = new Overdue(RELATIONSHIP, false, Optional.empty(), List.of(open(), declined), List.of(), List.of());

        assertThat(waiting.requestsOver(day(4))).isEmpty();
        assertThat(waiting.next(day(4))).contains(day(5));
        assertThat(waiting.requestsOver(day(5))).containsExactly(declined.id());
        assertThat(waiting.next(day(5))).isEmpty();
        assertThat(waiting.isAll(List.of(declined.id()))).isFalse();
    }

    @Test
    void on_the_newest_request_that_was_approved_the_duty_rests_while_the_relationship_is_in_force() {
        Part approved = closed(true, 5);
        Part declined = closed(false, 7);
        Overdue inForce = new Overdue(RELATIONSHIP, true, Optional.empty(), List.of(declined, approved), List.of(),
                List.of(new End(approved.id(), day(6))));

        assertThat(inForce.requestsOver(day(31))).containsExactly(declined.id());
        assertThat(inForce.next(day(31))).isEmpty();
        assertThat(inForce.isAll(List.of(declined.id(), approved.id()))).isFalse();
    }

    @Test
    void an_older_one_is_over_once_a_newer_was_approved_and_all_that_it_gave_has_ended() {
        Part older = closed(true, 5);
        Part newer = closed(true, 9);
        List<Part> requests = List.of(newer, older);

        assertThat(inForce(requests).requestsOver(day(8))).isEmpty();
        assertThat(inForce(requests).requestsOver(day(9))).containsExactly(older.id());
        Overdue held = inForce(requests, new End(older.id(), day(6)), new End(older.id(), day(20)), new End(newer.id(), day(30)));
        assertThat(held.requestsOver(day(19))).isEmpty();
        assertThat(held.next(day(19))).contains(day(20));
        assertThat(held.requestsOver(day(20))).containsExactly(older.id());
    }

    @Test
    void what_was_approved_later_though_asked_for_earlier_replaces_nothing() {
        Part newer = closed(true, 5);
        Part answeredLater = closed(true, 9);

        assertThat(inForce(List.of(newer, answeredLater)).requestsOver(day(31))).containsExactly(answeredLater.id());
        assertThat(inForce(List.of(newer, answeredLater)).requestsOver(day(8))).isEmpty();
    }

    @Test
    void the_end_of_the_relationship_ends_everything() {
        Part approved = closed(true, 5);
        Part end = closed(true, 10);
        Part takenBack = closed(false, 6);
        Overdue ended = new Overdue(RELATIONSHIP, false, Optional.of(day(10)), List.of(approved), List.of(end, takenBack), List.of());

        assertThat(ended.requestsOver(day(9))).isEmpty();
        assertThat(ended.terminationsOver(day(9))).containsExactly(takenBack.id());
        assertThat(ended.next(day(9))).contains(day(10));
        assertThat(ended.requestsOver(day(10))).containsExactly(approved.id());
        assertThat(ended.isAll(List.of(approved.id()))).isTrue();
    }

    @Test
    void begun_anew_what_was_before_the_end_is_over_since_then() {
        Part first = closed(true, 5);
        Part anew = closed(true, 20);
        Overdue again = new Overdue(
                RELATIONSHIP, true, Optional.empty(), List.of(anew, first), List.of(closed(true, 10)), List.of());

        assertThat(again.requestsOver(day(9))).isEmpty();
        assertThat(again.requestsOver(day(10))).containsExactly(first.id());
    }

    @Test
    void by_which_the_customer_knows_the_provider_that_it_calls_the_newest_stays_and_is_looked_at_every_day() {
        Part newest = closed(true, 9);
        Part called = new Part(UUID.randomUUID(), true, Optional.of(day(5)), false, true);
        Part before = new Part(UUID.randomUUID(), true, Optional.of(day(3)), false, true);
        List<Part> requests = List.of(newest, called, before);

        assertThat(inForce(requests).requestsOver(day(20))).containsExactly(before.id());
        assertThat(inForce(requests).next(day(8))).contains(day(9));
        assertThat(inForce(requests).next(day(20))).contains(day(21));
        assertThat(inForce(List.of(called)).next(day(20))).isEmpty();
        Overdue ended = new Overdue(
                RELATIONSHIP, false, Optional.of(day(20)), requests, List.of(closed(true, 20)), List.of());
        assertThat(ended.requestsOver(day(20))).hasSize(3);
    }

    @Test
    void what_is_erased_is_not_looked_at_again() {
        Part erased = new Part(UUID.randomUUID(), false, Optional.of(day(5)), true, false);
        Overdue all = new Overdue(RELATIONSHIP, false, Optional.empty(), List.of(erased), List.of(), List.of());

        assertThat(all.requestsOver(day(31))).isEmpty();
        assertThat(all.next(day(1))).isEmpty();
        assertThat(all.isAll(List.of())).isTrue();
    }

    private static Overdue inForce(List<Part> requests, End... ends) {
        return new Overdue(RELATIONSHIP, true, Optional.empty(), requests, List.of(), List.of(ends));
    }

    private static Part closed(boolean granted, int day) {
        return new Part(UUID.randomUUID(), granted, Optional.of(day(day)), false, false);
    }

    private static Part open() {
        return new Part(UUID.randomUUID(), false, Optional.empty(), false, false);
    }

    private static Instant day(int day) {
        return Instant.parse("2027-01-%02dT00:00:00Z".formatted(day));
    }
}
