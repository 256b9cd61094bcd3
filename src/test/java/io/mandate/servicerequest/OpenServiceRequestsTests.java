package io.mandate.servicerequest;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.MattersOpenException;
import io.mandate.termination.Terminating;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A relationship does not end while a service request is open. */
class OpenServiceRequestsTests extends ServiceRequestTest {

    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired Relationships relationships;

    @Test
    void the_end_cannot_even_be_asked_for_while_one_is_open() {
        assertThatThrownBy(() -> terminating.ask(relationship, Side.CUSTOMER, "Ada Admin", ""))
                .isInstanceOf(MattersOpenException.class).hasMessageContaining("Mail is slow");
        assertThat(terminations.of(relationship)).isEmpty();

        // and when
        requests.withdraw(opened.id(), PAULA);
        terminating.confirm(terminating.ask(relationship, Side.CUSTOMER, "Ada Admin", "").id(), Side.PARTNER, "Paula Pérez");

        // then
        assertThat(relationships.get(relationship).status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void a_silent_partner_who_always_has_something_open_does_not_hold_the_customer_for_ever() {
        // given a question that is never answered
        desk.askBack(opened.id(), UUID.randomUUID(), "Since when?", SAM);
        Termination asked = terminating.askOnceSettled(relationship, Side.CUSTOMER, "Ada Admin", "");
        assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez"))
                .isInstanceOf(MattersOpenException.class).hasMessageContaining("Mail is slow");

        // when the notice period is over
        ServiceRequest another = open(ServicePriority.LOW);
        life.jobs().pass(Duration.between(clock.instant(), asked.noticeUntil()).plusMinutes(1));

        // then nothing has ended, and nothing more is opened
        assertThat(relationships.get(relationship).isOnDuty()).isTrue();
        assertThat(terminations.get(asked.id()).putOff()).isTrue();
        assertThatThrownBy(() -> open(ServicePriority.LOW)).isInstanceOfSatisfying(OpeningRefusedException.class,
                refused -> assertThat(refused.why()).isEqualTo(OpeningRefusedException.Why.END_PUT_OFF));

        // and when support closes what is open, without an answer
        assertThat(get().status()).isEqualTo(ServiceRequestStatus.OPEN);
        desk.solve(opened.id(), UUID.randomUUID(), "Closed without an answer.", SAM);
        desk.solve(another.id(), UUID.randomUUID(), "Done.", SAM);
        life.jobs().pass(Duration.ofDays(8));

        // then
        assertThat(relationships.get(relationship).status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void where_the_end_is_taken_back_new_ones_are_opened_again() {
        // given
        Termination asked = terminating.askOnceSettled(relationship, Side.CUSTOMER, "Ada Admin", "");
        life.jobs().pass(Duration.between(clock.instant(), asked.noticeUntil()).plusMinutes(1));
        assertThat(terminations.get(asked.id()).putOff()).isTrue();

        // when
        terminating.takeBack(asked.id(), Side.CUSTOMER, "Ada Admin");

        // then
        assertThat(open(ServicePriority.LOW).status().isOpen()).isTrue();
    }

    @Test
    void one_opened_during_the_notice_puts_the_end_off() {
        // given
        requests.withdraw(opened.id(), PAULA);
        Termination asked = terminating.ask(relationship, Side.CUSTOMER, "Ada Admin", "");
        opened = open(ServicePriority.LOW);

        // when
        assertThatThrownBy(() -> terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez"))
                .isInstanceOf(MattersOpenException.class);
        life.jobs().pass(Duration.between(clock.instant(), asked.noticeUntil()).plusMinutes(1));

        // then
        assertThat(relationships.get(relationship).status().isInForce()).isTrue();
        assertThat(terminations.get(asked.id()).noticeUntil()).isAfter(asked.noticeUntil());
        assertThat(get().status().isOpen()).isTrue();
    }
}
