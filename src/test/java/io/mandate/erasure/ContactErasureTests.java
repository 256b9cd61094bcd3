package io.mandate.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.relationship.Request;
import io.mandate.relationship.SupportContacts.Chosen;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.WholeLife.Past;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who chose whom to call is erased with the relationship, and nobody comes back into what is erased. */
class ContactErasureTests extends ErasureTest {

    @Autowired SupportContacts contacts;
    @Autowired Timeline timeline;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void of_choices_the_services_stay() {
        // given
        Past past = whole.inForce(Lifecycle.newAddress(), mark);
        choose(past, Optional.of("fabrikam"), "Chooser" + mark);
        reset(past, "Chooser" + mark);
        choose(past, Optional.empty(), "Chooser" + mark);
        reset(past, "Chooser" + mark);
        whole.end(past, "");

        // when
        eraseAt(clock.instant().plus(days(366)));

        // then
        assertThat(database.columnsWith("Chooser" + mark)).isEmpty();
        assertThat(timeline.ofRelationship(past.relationship())).filteredOn(entry -> entry.event().name().startsWith("SUPPORT_"))
                .hasSize(4).allSatisfy(entry -> {
                    assertThat(entry.detail()).isEqualTo("mail");
                    assertThat(entry.actor()).isEqualTo("*");
                });
    }

    @Test
    void a_choice_that_outlived_the_relationship_is_changed_without_a_word_to_the_former_partner() {
        // given
        Past past = whole.inForce(Lifecycle.newAddress(), mark);
        choose(past, Optional.empty(), "Chooser" + mark);
        whole.end(past, "");
        eraseAt(clock.instant().plus(days(366)));

        // when
        int before = timeline.ofRelationship(past.relationship()).size();
        reset(past, "Late" + mark);

        // then
        assertThat(contacts.of(past.customer())).isEmpty();
        assertThat(timeline.ofRelationship(past.relationship())).hasSize(before);
        assertThat(database.columnsWith("Late" + mark)).isEmpty();
    }

    @Test
    void what_happens_to_a_request_that_is_erased_is_noted_without_persons() {
        // given
        Past past = whole.inForce(Lifecycle.newAddress(), mark);
        whole.end(past, "");
        eraseAt(clock.instant().plus(days(366)));
        Request erased = requests.get(past.approved().id());

        // when
        timeline.add(erased, clock.instant(), TimelineEvent.ADDRESS_CORRECTED, "Late" + mark, "late@" + mark);
        timeline.add(erased, clock.instant(), TimelineEvent.PERMISSION_REMOVED, "", "mail");

        // then
        assertThat(database.columnsWith("Late" + mark)).isEmpty();
        assertThat(database.columnsWith("late@" + mark)).isEmpty();
        assertThat(timeline.ofRequest(erased.id())).filteredOn(entry -> entry.happenedAt().equals(clock.instant()))
                .allMatch(entry -> entry.erasedAt().equals(erased.times().erasedAt()))
                .extracting(Timeline.Entry::actor, Timeline.Entry::detail)
                .containsExactly(tuple("*", "*"), tuple("", "mail"));
    }

    private void choose(Past past, Optional<String> provider, String actor) {
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> contacts.choose(past.customer(), "mail", new Chosen(past.relationship(), provider), actor));
    }

    private void reset(Past past, String actor) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> contacts.reset(past.customer(), "mail", actor));
    }
}
