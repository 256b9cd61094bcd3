package io.mandate.renegotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Side;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears what by mail about a duty to support; whatever happens, neither partner learns of the other. */
class DutyReportsTests extends RenegotiationTest {

    @AfterEach
    void neither_partner_learns_of_the_other() {
        assertThat(everything(PAULAS)).doesNotContain("Fabrikam", "Fiona");
        assertThat(everything(FIONAS)).doesNotContain("Contoso", "Paula", "You were slow");
    }

    @Test
    void both_sides_hear_what_is_proposed_and_agreed_and_what_it_brought() {
        // given
        long reminders = mails(PAULAS, "Reminder: a proposal about the duty");
        Renegotiation proposed = releaseByPartner(30);
        life.jobs().runDue();

        // then
        for (String side : List.of(PAULAS, customer)) {
            assertThat(mail(side, "A proposal about the duty of Contoso Cloud to support Northwind Traders")).contains(
                    "Paula Pérez of Contoso Cloud made a proposal", "> We close. <b>${7*7}</b>",
                    "Contoso Cloud is released from the duty to support Northwind Traders on "
                            + written(proposed.takesEffectAt(), Locale.ENGLISH),
                    "An answer is awaited until " + written(proposed.answerUntil(), Locale.ENGLISH));
        }
        assertThat(mail(PAULAS, "A proposal about")).contains("take it back", "/customers/" + contoso().id() + "/duty");
        assertThat(mail(customer, "A proposal about")).contains("confirm or decline, here",
                "/organisation/" + contoso().customer().id() + "/partners/" + contoso().id() + "/duty");

        // and when
        life.jobs().pass(Duration.ofDays(12));

        // then
        assertThat(mail(customer, "Reminder: a proposal about the duty of Contoso Cloud")).contains("your answer is awaited");
        assertThat(mails(PAULAS, "Reminder: a proposal about the duty")).isEqualTo(reminders);

        // and when
        renegotiating.confirm(proposed.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
        life.jobs().pass(Duration.ofDays(19));

        // then
        for (String side : List.of(PAULAS, customer)) {
            assertThat(mail(side, "all have agreed")).contains("Until that date nothing changes, and Contoso Cloud has the duty");
            assertThat(mail(side, "The duty of Contoso Cloud to support Northwind Traders has ended"))
                    .contains("as agreed", "Service requests of Contoso Cloud that are open stay with it until they are solved");
        }
    }

    @Test
    void the_other_partner_hears_what_it_takes_on_and_the_customer_from_whom_to_whom_it_goes() {
        // given
        choose("mail", contoso());
        Renegotiation proposed = handOverByCustomer(40);
        life.jobs().pass(Duration.ofDays(12));
        assertThat(mail(PAULAS, "Reminder: a proposal about the duty")).contains("goes from Contoso Cloud to another partner");

        // when
        confirmedByPartner(proposed);
        life.jobs().pass(Duration.ofDays(12));

        // then
        assertThat(mail(FIONAS, "Northwind Traders bittet Sie, die Supportpflicht zu übernehmen")).contains(
                "Ada Admin von Northwind Traders bittet Sie, ab " + written(proposed.takesEffectAt(), Locale.GERMAN),
                "> Please help us.", "der Supportkontakt für: - E-Mail", "/customers/" + fabrikam().id() + "/duty");
        assertThat(mail(FIONAS, "Erinnerung: Northwind Traders bittet Sie")).contains("wartet auf Ihre Antwort");
        assertThat(mail(customer, "the proposal was confirmed")).contains(
                "Paula Pérez of Contoso Cloud confirmed", "Now it is for Fabrikam Managed Services to accept");
        assertThat(mail(PAULAS, "the proposal was confirmed")).contains("Now it is for another partner to accept");

        // and when
        accept(proposed);
        life.jobs().pass(Duration.ofDays(17));

        // then
        assertThat(mail(FIONAS, "Sie übernehmen die Supportpflicht")).contains("Alle Beteiligten sind einverstanden");
        assertThat(mail(FIONAS, "Sie haben die Supportpflicht gegenüber Northwind Traders übernommen")).contains("Seit");
        assertThat(mail(customer, "has ended")).contains("from Contoso Cloud to Fabrikam Managed Services");
    }

    @Test
    void why_it_was_declined_is_for_those_to_read_who_may_know_who_did() {
        // given
        renegotiating.decline(handOverByCustomer(30).id(), Side.PARTNER, "Paula Pérez", "We want to stay.");
        life.jobs().runDue();

        // then
        for (String side : List.of(PAULAS, customer)) {
            assertThat(mail(side, "stays: the proposal was declined")).contains(
                    "Paula Pérez of Contoso Cloud declined", "> We want to stay.", "Nothing has changed");
        }

        // and when
        Renegotiation again = handOverByCustomer(30);
        confirmedByPartner(again);
        offers.refuse(again.id(), fabrikam().id(), "Fiona Fischer", "Fabrikam has no people.");
        life.jobs().runDue();

        // then
        assertThat(mail(customer, "stays: the other partner declined")).contains("> Fabrikam has no people.");
        assertThat(mail(PAULAS, "stays: the other partner declined")).contains("did not accept").doesNotContain("no people");
        assertThat(timeline.ofRelationship(contoso().id())).noneMatch(one -> one.actor().contains("Fiona"));
    }

    @Test
    void silence_is_told_to_all_who_were_asked() {
        // given
        releaseByPartner(5);
        life.jobs().pass(Duration.ofDays(6));
        long told = mails(FIONAS, "bleibt, wo sie ist");

        // then
        assertThat(mail(customer, "there was no answer in time")).contains("Nothing has changed");

        // and when
        confirmedByPartner(handOverByCustomer(60));
        life.jobs().pass(Duration.ofDays(15));

        // then
        assertThat(mails(FIONAS, "bleibt, wo sie ist")).isEqualTo(told + 1);
    }

    @Test
    void so_is_what_was_taken_back() {
        // given
        Renegotiation proposed = handOverByCustomer(30);
        confirmedByPartner(proposed);
        life.jobs().runDue();

        // when
        renegotiating.takeBack(proposed.id(), Side.CUSTOMER, "Ben Boss");
        life.jobs().runDue();

        // then
        assertThat(mail(PAULAS, "stays: the proposal was taken back")).contains("Ben Boss of Northwind Traders took back");
        assertThat(mail(FIONAS, "bleibt, wo sie ist")).contains("Daraus wird nichts");
    }

    @Test
    void so_is_the_end_of_either_relationship() {
        // given
        releaseByPartner(30);
        endOf(contosos);
        life.jobs().runDue();

        // then
        for (String side : List.of(PAULAS, customer)) {
            assertThat(mail(side, "has come to nothing")).contains("ended before the duty could change",
                    "The duty of Contoso Cloud to support Northwind Traders ended with the relationship");
        }
    }

    @Test
    void and_that_the_other_partner_is_not_available_any_more() {
        // given
        Renegotiation proposed = handOverByCustomer(30);
        confirmedByPartner(proposed);
        accept(proposed);
        life.jobs().runDue();
        long told = mails(FIONAS, "bleibt, wo sie ist");

        // when
        endOf(fabrikams);
        life.jobs().runDue();

        // then
        assertThat(mail(PAULAS, "the other partner is not available any more")).contains("Nothing has changed");
        assertThat(mails(FIONAS, "bleibt, wo sie ist")).isEqualTo(told + 1);
    }

    @Test
    void somebody_who_cannot_be_reached_keeps_nobody_else_from_hearing_nor_the_duty_where_it_is() {
        // given
        Renegotiation proposed = handOverByCustomer(20);
        confirmedByPartner(proposed);
        life.jobs().runDue();

        // when
        TestMail.refuse(customer);
        TestMail.refuse(FIONAS);
        life.jobs().pass(Duration.ofDays(12));
        accept(proposed);
        life.jobs().pass(Duration.ofDays(9));

        // then
        assertThat(contoso().isOnDuty()).isFalse();
        assertThat(running()).isNull();
        assertThat(mail(PAULAS, "The duty of Contoso Cloud to support Northwind Traders has ended")).contains("as agreed");
    }
}
