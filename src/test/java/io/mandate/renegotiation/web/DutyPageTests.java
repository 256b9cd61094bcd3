package io.mandate.renegotiation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Side;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A duty is released or handed over on its page; everybody sees what concerns them, and no partner another. */
class DutyPageTests extends DutyPageTest {

    @Autowired Terminating terminating;

    @Test
    void a_duty_is_handed_over_from_page_to_page() {
        // given
        assertThat(words(paula.open(customers))).contains("Duty to support");
        assertThat(words(ada.open(organisation))).contains("Release or hand over");
        assertThat(words(ada.open(adas))).contains("Duty of Contoso Cloud to support you", "Contoso Cloud has it since",
                "Fabrikam Managed Services", "Last day of the duty").doesNotContain("Earlier");

        // when
        HttpResponse<String> proposed = handOver(ada, adas);

        // then
        assertThat(Visitor.location(proposed)).isEqualTo(adas);
        assertThat(words(ada.open(adas))).contains("Proposed. Both sides get a mail", "The duty goes from Contoso Cloud to Fabrikam",
                "Proposed; the other side is asked", "Take it back").doesNotContain("Confirm:", "Propose a change");
        assertThat(words(ada.open(organisation))).contains("A change is proposed");
        assertThat(words(paula.open(customers))).contains("Ada Admin proposed something about the duty");
        assertThat(words(paula.open(paulas))).contains("The duty goes from Contoso Cloud to another partner", "We close.",
                "Confirm: hand it over", "Why you decline").doesNotContain("Fabrikam", "Please help us", "Take it back");
        assertThat(words(fiona.open(fionas))).doesNotContain("asks you to take on");

        // and when
        HttpResponse<String> confirmed = act(paula, paulas, "confirm");

        // then
        assertThat(Visitor.location(confirmed)).isEqualTo(paulas);
        assertThat(words(fiona.open(fionas.replace("/duty", "")))).contains("Northwind Traders asks you to take on the duty");
        assertThat(words(fiona.open(fionas))).contains("Northwind Traders asks you to take on a duty", "Please help us.",
                "The duty to support this customer that you have already goes on", "Asked by Ada Admin, Northwind Traders",
                "nothing can be proposed about its own").doesNotContain("Contoso", "Paula", "We close.", "Propose a change");
        assertThat(words(fiona.open(fionas.replace("/duty", "/evidence")))).contains("Duty to support offered another partner password")
                .doesNotContain("Ada Admin, another partner", "Contoso", "Paula");

        // and when
        HttpResponse<String> accepted = act(fiona, fionas, "accept");

        // then
        assertThat(Visitor.location(accepted)).isEqualTo(fionas);
        assertThat(words(paula.open(paulas))).contains("What is agreed", "It cannot be taken back any more",
                "Service requests that are open then stay with Contoso Cloud").doesNotContain("Fabrikam", "Fiona");
        assertThat(words(ada.open(adas))).contains("Fiona Fischer", "Agreed; it changes on its date");
        assertThat(words(paula.open(customers))).contains("It is agreed that your duty to support the customer ends on");

        // and when
        life.jobs().pass(Duration.ofDays(31));

        // then
        paula = Visitor.signedIn(port, "paula@contoso.example");
        fiona = Visitor.signedIn(port, "fiona@fabrikam.example");
        ada = Visitor.signedIn(port, address);
        assertThat(relationship().isOnDuty()).isFalse();
        assertThat(words(paula.open(paulas))).contains("Contoso Cloud does not have it any more", "The duty has changed",
                "The duty goes from Contoso Cloud to another partner").doesNotContain("Fabrikam", "Fiona", "Propose a change");
        assertThat(words(paula.open(customers))).contains("Support duty ended", "You have no duty to support")
                .doesNotContain("This relationship ended", "Open a service request");
        assertThat(paula.open(customers + "/service-requests/new").statusCode()).isEqualTo(403);
        assertThat(words(fiona.speaking(Locale.ENGLISH).open(fionas)))
                .contains("A duty that another partner has goes to you", "The duty has changed").doesNotContain("Contoso");
        assertThat(words(ada.open(organisation))).contains("ended on").doesNotContain("Former partners");
        assertThat(words(ada.open(organisation + "/history"))).contains(
                "Ada Admin proposed that another partner takes on the duty to support on", "Fiona Fischer accepted the duty to support",
                "The duty to support went to another partner on", "This partner took on a duty to support on");
        assertThat(words(paula.open("/requests/" + request.id()))).contains("The other partner accepted: it takes on the duty",
                "The duty to support went to another partner on").doesNotContain("Fabrikam", "Fiona");
        assertThat(words(fiona.open("/requests/" + fabrikams.id()))).contains("You took on a duty to support on")
                .doesNotContain("Contoso", "Paula");
    }

    @Test
    void the_partner_proposes_a_hand_over_and_the_customer_chooses_to_whom() {
        // given
        assertThat(words(paula.open(paulas))).contains("Hand it over: another partner takes on the duty").doesNotContain("Fabrikam");
        handOver(paula, paulas);
        assertThat(words(ada.open(adas))).contains("Who takes it on?", "Fabrikam Managed Services", "Confirm: hand it over");

        // when
        HttpResponse<String> nobody = act(ada, adas, "confirm", "partnerNote", "Come soon.");

        // then
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(words(nobody)).contains("Please choose a partner from the list", "Come soon.");

        // and when
        act(ada, adas, "confirm", "partner", "fabrikam", "partnerNote", "Come soon.");
        HttpResponse<String> refused = act(fiona, fionas, "refuse", "refusal", "We are full.");

        // then
        assertThat(Visitor.location(refused)).isEqualTo(fionas);
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.NOT_ACCEPTED);
        assertThat(words(ada.open(adas))).contains("The partner that was to take it on declined", "We are full.");
        assertThat(words(paula.open(paulas))).contains("The partner that was to take it on declined", "Propose a change")
                .doesNotContain("We are full.", "Fabrikam");
    }

    @Test
    void it_is_declined_with_a_reason_or_taken_back() {
        // given
        release(paula, paulas, "We close. <b>${7*7}</b>");
        assertThat(ada.open(adas).body()).contains("We close. &lt;b&gt;${7*7}&lt;/b&gt;");

        // when
        act(ada, adas, "decline", "reason", "Please stay.");

        // then
        assertThat(words(paula.open(paulas))).contains("Declined", "Please stay.", "Propose a change");

        // and when
        release(ada, adas, "");
        HttpResponse<String> back = act(ada, adas, "takeBack");

        // then
        assertThat(Visitor.location(back)).isEqualTo(adas);
        assertThat(words(ada.open(adas))).contains("Taken back: the duty stays as it is");
        assertThat(relationship().isOnDuty()).isTrue();
    }

    @Test
    void the_partner_that_was_asked_does_not_learn_why_nothing_became_of_it() {
        // given
        handOver(ada, adas);
        act(paula, paulas, "confirm");

        // when
        act(ada, adas, "takeBack");

        // then
        assertThat(words(fiona.open(fionas))).contains("Earlier", "The duty stays where it is").doesNotContain("Taken back");
        assertThat(words(paula.open(paulas))).contains("Taken back").doesNotContain("The duty stays where it is");

        // and when
        handOver(ada, adas);
        act(paula, paulas, "confirm");
        terminating.confirm(terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "").id(), Side.CUSTOMER, "Ada Admin");

        // then
        assertThat(words(fiona.open(fionas))).contains("The duty stays where it is").doesNotContain("The relationship ended before");
        assertThat(words(paula.open(paulas))).contains("The relationship ended before");
    }

    @Test
    void what_is_filled_in_wrongly_comes_back_as_typed() {
        for (String wrong : List.of(day(0), day(-1), day(367), "soon", "")) {
            HttpResponse<String> answer = paula.submit(paulas, paulas, proposal("release", wrong, "", "Typed."));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(words(answer)).contains("Typed.", "Please correct");
        }
        assertThat(words(paula.submit(paulas, paulas, proposal("release", day(0), "", "")))).contains("This day is too early");
        assertThat(words(paula.submit(paulas, paulas, proposal("release", day(367), "", "")))).contains("more than a year away");
        assertThat(words(paula.submit(paulas, paulas, proposal("nonsense", day(3), "", "")))).contains("choose what you propose");
        assertThat(words(ada.submit(adas, adas, proposal("hand_over", day(3), "contoso", "")))).contains("choose a partner");
        assertThat(words(ada.submit(adas, adas, proposal("release", day(3), "", "x".repeat(1001))))).contains(
                "these are 1,001", "x".repeat(1001));
        assertThat(renegotiations.of(request.relationshipId())).isEmpty();
    }

    @Test
    void what_is_submitted_twice_happens_once_and_a_second_proposal_shows_the_first() {
        assertThat(Visitor.location(release(paula, paulas, "Once."))).isEqualTo(paulas);
        assertThat(Visitor.location(release(paula, paulas, "Once."))).isEqualTo(paulas);
        assertThat(renegotiations.of(request.relationshipId())).hasSize(1);

        HttpResponse<String> second = release(ada, adas, "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(words(second)).contains("Something is proposed or agreed already", "Confirm: the duty ends");

        assertThat(Visitor.location(act(ada, adas, "confirm"))).isEqualTo(adas);
        assertThat(Visitor.location(act(ada, adas, "confirm"))).isEqualTo(adas);
        HttpResponse<String> late = act(paula, paulas, "takeBack");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(words(late)).contains("This comes too late", "What is agreed");
    }

    @Test
    void nobody_acts_for_somebody_else_and_garbage_changes_nothing() {
        // given
        handOver(ada, adas);

        // then
        for (HttpResponse<String> wrong : List.of(act(paula, paulas, "takeBack"), act(ada, adas, "confirm"),
                act(ada, adas, "decline"))) {
            assertThat(wrong.statusCode()).isEqualTo(409);
            assertThat(words(wrong)).contains("This is for somebody else to do");
        }
        for (HttpResponse<String> wrong : List.of(act(fiona, fionas, "accept"), act(paula, paulas, "accept"),
                act(fiona, fionas, "confirm"), act(paula, paulas, "<b>"),
                paula.submit("/customers", paulas, Map.of("act", "confirm", "shown", "' or 1=1")))) {
            assertThat(wrong.statusCode()).isEqualTo(409);
            assertThat(words(wrong)).contains("This comes too late");
        }
        assertThat(newest().status()).isEqualTo(RenegotiationStatus.PROPOSED);
    }

    @Test
    void nobody_else_gets_in() {
        String other = Lifecycle.newAddress();
        var others = life.sent(People.PAULA, other, Lifecycle.MAIL);
        life.approve(other, Lifecycle.MAIL);
        accounts.add(Account.ofCustomer(relationships.get(others.relationshipId()).customer().id(), other, "Eve Else",
                "{noop}" + People.PASSWORD, "en"));
        Visitor eve = Visitor.signedIn(port, other);

        assertThat(fiona.open(paulas).statusCode()).isEqualTo(404);
        assertThat(fiona.submit("/customers", paulas, proposal("release", day(3), "", "")).statusCode()).isEqualTo(404);
        assertThat(eve.open(adas).statusCode()).isEqualTo(404);
        assertThat(ada.open(organisation + "/partners/" + others.relationshipId() + "/duty").statusCode()).isEqualTo(404);
        assertThat(ada.open(paulas).statusCode()).isEqualTo(403);
        assertThat(paula.open(adas).statusCode()).isEqualTo(403);
        assertThat(paula.forge(paulas, proposal("release", day(3), "", "")).statusCode()).isEqualTo(403);
        assertThat(words(eve.open("/organisation/" + relationships.get(others.relationshipId()).customer().id() + "/partners/"
                + others.relationshipId() + "/duty"))).contains("nobody could take on the duty").doesNotContain("Hand it over:");
        assertThat(renegotiations.of(request.relationshipId())).isEmpty();
    }
}
