package io.mandate.termination.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.TerminationStatus;
import io.mandate.termination.TerminationProcess;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Either side ends a relationship on its page; whatever is not possible gets a clear answer. */
class EndPageTests extends EndPageTest {

    @Test
    void the_partner_asks_and_the_customer_confirms() {
        // given
        life.sent(PAULA, address, INFRASTRUCTURE);
        assertThat(words(paula.open(customers))).contains("End the relationship");
        assertThat(words(paula.open(paulas))).contains("Northwind Traders can confirm it", "Otherwise it ends on",
                "Contoso Cloud may no longer administer these services; they are told and checked: Mail",
                "The duty of Contoso Cloud to support Northwind Traders ends", "These requests, which wait, are withdrawn",
                "Infrastructure", "stays readable for both sides");

        // when
        HttpResponse<String> asked = ask(paula, paulas, "We close. <b>${7*7}</b>");

        // then
        assertThat(Visitor.location(asked)).isEqualTo(paulas);
        assertThat(words(paula.open(paulas))).contains("The end was asked for", "Take it back")
                .doesNotContain("Confirm: end it now");
        assertThat(words(paula.open(customers))).contains("Paula Pérez asked to end the relationship: it ends on");
        assertThat(words(ada.open(organisation))).contains("The end is asked for", "Ends on");
        assertThat(ada.open(adas).body()).contains("We close. &lt;b&gt;${7*7}&lt;/b&gt;");
        assertThat(words(ada.open(adas))).contains("Confirm: end it now").doesNotContain("Take it back Back");

        // and when
        HttpResponse<String> confirmed = act(ada, adas, "confirm");

        // then
        assertThat(Visitor.location(confirmed)).isEqualTo(adas);
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(words(ada.open(adas))).contains("The relationship has ended. Both sides get the report", "Ended on",
                "Asked for by Paula Pérez, Contoso Cloud", "Confirmed by Ada Admin, Northwind Traders", "Held until then Mail");
    }

    @Test
    void the_customer_asks_and_takes_it_back() {
        // given
        ask(ada, adas, "");
        assertThat(words(paula.open(paulas))).contains("Ada Admin of Northwind Traders asked to end", "Confirm: end it now");

        // when
        HttpResponse<String> back = act(ada, adas, "takeBack");

        // then
        assertThat(Visitor.location(back)).isEqualTo(adas);
        assertThat(words(ada.open(adas))).contains("Taken back: the relationship goes on", "Ask for the end");
        assertThat(newest().status()).isEqualTo(TerminationStatus.TAKEN_BACK);
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
    }

    @Test
    void what_is_submitted_twice_happens_once() {
        assertThat(Visitor.location(ask(paula, paulas, "Once."))).isEqualTo(paulas);
        assertThat(Visitor.location(ask(paula, paulas, "Once."))).isEqualTo(paulas);
        assertThat(terminations.of(request.relationshipId())).hasSize(1);

        assertThat(Visitor.location(act(ada, adas, "confirm"))).isEqualTo(adas);
        assertThat(Visitor.location(act(ada, adas, "confirm"))).isEqualTo(adas);
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void whoever_asks_second_sees_that_the_other_side_has() {
        // given
        ask(paula, paulas, "");

        // when
        HttpResponse<String> second = ask(ada, adas, "");

        // then
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(words(second)).contains("The end was asked for already", "Confirm: end it now");
    }

    @Test
    void what_comes_too_late_is_told_with_where_it_stands() {
        // given
        ask(paula, paulas, "");
        act(ada, adas, "confirm");

        // when
        HttpResponse<String> late = act(paula, paulas, "takeBack");

        // then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(words(late)).contains("This comes too late", "Confirmed by Ada Admin");
        HttpResponse<String> again = paula.submit("/customers", paulas, Map.of("act", "ask"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(words(again)).contains("The relationship is not in force");
    }

    @Test
    void nobody_acts_for_the_other_side() {
        // given
        ask(paula, paulas, "");

        // then
        for (HttpResponse<String> wrong : List.of(act(paula, paulas, "confirm"), act(ada, adas, "takeBack"))) {
            assertThat(wrong.statusCode()).isEqualTo(409);
            assertThat(words(wrong)).contains("This is for the other side to do");
        }
        assertThat(newest().isOpen()).isTrue();
    }

    @Test
    void nothing_ends_while_something_is_open_and_it_is_named() {
        // given
        matters.open("Service request 17");

        // when
        HttpResponse<String> answer = ask(paula, paulas, "");

        // then
        assertThat(words(paula.open(paulas)))
                .contains("Service request 17", "cannot end before this is settled", "Ask for the end once this is settled");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("cannot end while something is open", "Service request 17");
        assertThat(terminations.of(request.relationshipId())).isEmpty();
    }

    @Test
    void what_is_open_does_not_keep_anybody_from_asking_and_the_page_says_what_follows() {
        // given
        matters.open("Service request 17");

        // when
        HttpResponse<String> asked = ada.submit(adas, adas, Map.of("act", "askOnceSettled", "note", "We close."));
        HttpResponse<String> again = ada.submit(organisation, adas, Map.of("act", "askOnceSettled", "note", "We close."));

        // then
        assertThat(Visitor.location(asked)).isEqualTo(adas);
        assertThat(Visitor.location(again)).isEqualTo(adas);
        assertThat(words(ada.open(adas))).contains("once the notice period is over and what is open is settled",
                "Service request 17", "It ends once this is settled");
        assertThat(paula.open(paulas).body()).contains("Service request 17", "disabled");
        HttpResponse<String> confirmed = act(paula, paulas, "confirm");
        assertThat(confirmed.statusCode()).isEqualTo(409);
        assertThat(words(confirmed)).contains("cannot end while something is open");
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
    }

    @Test
    void a_confirmation_is_refused_where_something_was_opened_at_that_moment() {
        // given
        ask(ada, adas, "");
        String shown = newest().id().toString();
        matters.openAfterALook("Service request 17");

        // when
        HttpResponse<String> answer = paula.submit("/customers", paulas, Map.of("act", "confirm", "shown", shown));

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("cannot end while something is open", "Service request 17")
                .doesNotContain("The relationship has ended");
        assertThat(newest().putOff()).isFalse();
    }

    @Test
    void a_confirmation_of_what_an_operator_deleted_is_to_be_tried_again(@Autowired RuntimeService runtime) {
        // given
        ask(ada, adas, "");
        runtime.createProcessInstanceQuery().processDefinitionKey(TerminationProcess.KEY)
                .processInstanceBusinessKey(request.relationshipId().toString()).list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "by an operator"));

        // when
        HttpResponse<String> answer = act(paula, paulas, "confirm");

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("Something else was just being done", "Confirm: end it now");
        assertThat(newest().isOpen()).isTrue();
    }

    @Test
    void garbage_changes_nothing() {
        ask(paula, paulas, "");

        for (String shown : new String[] {"", "x", "-".repeat(36), "00000000-0000-0000-0000-000000000000", "' or 1=1"}) {
            assertThat(ada.submit(organisation, adas, Map.of("act", "confirm", "shown", shown)).statusCode()).isEqualTo(409);
        }
        assertThat(paula.submit("/customers", paulas, Map.of("act", "<b>")).statusCode()).isEqualTo(409);
        assertThat(newest().isOpen()).isTrue();
    }

    @Test
    void nobody_else_gets_in() {
        Visitor fiona = Visitor.signedIn(port, FIONA.address().value());
        String other = Lifecycle.newAddress();
        Request others = life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        accounts.add(Account.ofCustomer(relationships.get(others.relationshipId()).customer().id(), other, "Eve Else",
                "{noop}" + People.PASSWORD, "en"));
        Visitor eve = Visitor.signedIn(port, other);

        assertThat(fiona.open(paulas).statusCode()).isEqualTo(404);
        assertThat(fiona.submit("/customers", paulas, Map.of("act", "ask")).statusCode()).isEqualTo(404);
        assertThat(eve.open(adas).statusCode()).isEqualTo(404);
        assertThat(ada.open(organisation + "/partners/" + others.relationshipId() + "/end").statusCode()).isEqualTo(404);
        assertThat(ada.open(paulas).statusCode()).isEqualTo(403);
        assertThat(paula.open(adas).statusCode()).isEqualTo(403);
        assertThat(paula.forge(paulas, Map.of("act", "ask")).statusCode()).isEqualTo(403);
        assertThat(terminations.of(request.relationshipId())).isEmpty();
    }
}
