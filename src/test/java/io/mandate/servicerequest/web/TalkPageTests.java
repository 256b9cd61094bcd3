package io.mandate.servicerequest.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.Comment;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestProcess;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the three sides do with a service request on their pages. */
class TalkPageTests extends ServiceRequestPageTest {

    @Test
    void it_goes_from_a_question_over_its_answer_to_the_solution_before_everybody_s_eyes() {
        // given
        ServiceRequest one = opened();

        // when support asks back
        HttpResponse<String> asked = say(sam, ofSupport(one), "askBack", "Since when?");

        // then
        assertThat(Visitor.location(asked)).isEqualTo(ofSupport(one));
        assertThat(words(sam.open(ofSupport(one)))).contains("Waiting for the partner", "Sam Sanders (support) asked the partner")
                .doesNotContain("Ask the partner this");
        assertThat(words(paula.open(ofPartner(one)))).contains("Support has a question and waits for your answer",
                "Support waits until", "Then it goes on without your answer", "Since when?");
        assertThat(words(ada.open(ofCustomer(one)))).contains("Waiting for the partner", "Since when?");

        // and when the partner answers and the customer comments
        assertThat(say(paula, ofPartner(one), "answer", "Since Monday.").statusCode()).isEqualTo(302);
        assertThat(say(ada, ofCustomer(one), "", "It is urgent.").statusCode()).isEqualTo(302);

        // then
        assertThat(words(sam.open(ofSupport(one)))).contains("Paula Pérez (partner) answered", "Since Monday.",
                "Ada Admin (customer) wrote", "It is urgent.", "Solved with this", "paula@contoso.example");

        // and when support solves it
        assertThat(say(sam, ofSupport(one), "solve", "Restarted.").statusCode()).isEqualTo(302);

        // then
        for (HttpResponse<String> seen :
                List.of(sam.open(ofSupport(one)), paula.open(ofPartner(one)), ada.open(ofCustomer(one)))) {
            assertThat(words(seen)).contains("Solved", "Sam Sanders (support) solved the request", "Restarted.", "The request is closed")
                    .doesNotContain("Add as a comment");
        }
        assertThat(words(sam.open("/support"))).doesNotContain(address);
    }

    @Test
    void the_same_word_sent_twice_is_said_once() {
        // given
        ServiceRequest one = opened();
        Map<String, String> form = Map.of("key", key(sam, ofSupport(one)), "say", "askBack", "text", "Since when?");

        // when
        assertThat(sam.submit(ofSupport(one), ofSupport(one), form).statusCode()).isEqualTo(302);
        assertThat(sam.submit(ofSupport(one), ofSupport(one), form).statusCode()).isEqualTo(302);
        Map<String, String> comment = Map.of("key", key(paula, ofPartner(one)), "say", "comment", "text", "Look");
        paula.submit(ofPartner(one), ofPartner(one), comment);
        paula.submit(ofPartner(one), ofPartner(one), comment);

        // then
        assertThat(comments.of(one.id())).extracting(Comment::kind)
                .containsExactly(Comment.Kind.OPENED, Comment.Kind.QUESTION, Comment.Kind.COMMENT);
    }

    @Test
    void another_button_of_the_same_page_does_what_it_says() {
        // given
        ServiceRequest one = opened();
        String key = key(sam, ofSupport(one));

        // when
        sam.submit(ofSupport(one), ofSupport(one), Map.of("key", key, "say", "comment", "text", "Restarted."));
        HttpResponse<String> solved =
                sam.submit("/support", ofSupport(one), Map.of("key", key, "say", "solve", "text", "Restarted."));

        // then
        assertThat(solved.statusCode()).isEqualTo(302);
        assertThat(words(sam.open(ofSupport(one)))).contains("The service request is solved");
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.SOLVED);
        assertThat(comments.of(one.id())).extracting(Comment::kind)
                .containsExactly(Comment.Kind.OPENED, Comment.Kind.COMMENT, Comment.Kind.SOLUTION);
    }

    @Test
    void another_text_sent_with_the_same_key_is_said_too() {
        // given
        ServiceRequest one = opened();
        ServiceRequest other = opened();
        String key = key(paula, ofPartner(one));

        // when
        for (String text : List.of("Look", "Look again")) {
            paula.submit(ofPartner(one), ofPartner(one), Map.of("key", key, "say", "comment", "text", text));
        }
        paula.submit(ofPartner(other), ofPartner(other), Map.of("key", key, "say", "comment", "text", "Look"));
        ada.submit(ofCustomer(one), ofCustomer(one), Map.of("key", key, "text", "Look"));

        // then
        assertThat(comments.of(one.id())).extracting(Comment::text).containsExactly("", "Look", "Look again", "Look");
        assertThat(comments.of(other.id())).extracting(Comment::text).containsExactly("", "Look");
    }

    @Test
    void support_need_not_wait_for_an_answer() {
        // given
        ServiceRequest one = opened();
        say(sam, ofSupport(one), "askBack", "Since when?");
        assertThat(words(sam.open(ofSupport(one)))).contains("you can solve it without the answer", "Solved with this");

        // when
        HttpResponse<String> solved = say(sam, ofSupport(one), "solve", "Found it myself.");

        // then
        assertThat(solved.statusCode()).isEqualTo(302);
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.SOLVED);
        assertThat(words(paula.open(ofPartner(one)))).contains("Solved", "Found it myself.").doesNotContain("Support waits until");
    }

    @Test
    void what_comes_too_late_changes_nothing_and_the_typing_stays() {
        // given
        ServiceRequest one = opened();
        Map<String, String> question = Map.of("key", key(sam, ofSupport(one)), "say", "askBack", "text", "Since when? <i>");
        Map<String, String> comment = Map.of("key", key(ada, ofCustomer(one)), "text", "And now?");
        String withdraw = ofPartner(one) + "/withdraw";
        assertThat(Visitor.location(paula.submit(ofPartner(one), withdraw, Map.of()))).isEqualTo(ofPartner(one));

        // when
        HttpResponse<String> late = sam.submit("/support", ofSupport(one), question);
        HttpResponse<String> later = ada.submit("/organisation/" + customer, ofCustomer(one), comment);

        // then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(words(late)).contains("The request was withdrawn meanwhile", "Since when? <i>", "Withdrawn");
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(words(later)).contains("The request was withdrawn meanwhile", "And now?");
        assertThat(paula.submit("/requests/new", withdraw, Map.of()).statusCode()).isEqualTo(302);
        assertThat(comments.of(one.id())).extracting(Comment::kind).containsExactly(Comment.Kind.OPENED, Comment.Kind.WITHDRAWN);

        // and when an answer comes to what was not asked
        ServiceRequest other = opened();
        HttpResponse<String> unasked = say(paula, ofPartner(other), "answer", "Since Monday.");

        // then
        assertThat(unasked.statusCode()).isEqualTo(409);
        assertThat(words(unasked)).contains("Support does not wait for an answer now", "Since Monday.");
        assertThat(register.get(other.id()).status()).isEqualTo(ServiceRequestStatus.OPEN);
        say(sam, ofSupport(other), "solve", "Done");
        assertThat(words(paula.submit("/requests/new", ofPartner(other) + "/withdraw", Map.of())))
                .contains("The request was solved meanwhile");
    }

    @Test
    void a_solution_of_what_an_operator_deleted_is_to_be_sent_again(@Autowired RuntimeService runtime) {
        // given
        ServiceRequest one = opened();
        runtime.createProcessInstanceQuery().processDefinitionKey(ServiceRequestProcess.KEY)
                .processInstanceBusinessKey(relationship.toString()).list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "by an operator"));

        // when
        HttpResponse<String> answer = say(sam, ofSupport(one), "solve", "Restarted.");

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(words(answer)).contains("The request was just being changed", "Restarted.");
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"solve, ''", "askBack, ' '", "comment, ''", "shout, Hello", "'', Hello"})
    void without_words_or_with_an_unknown_button_nothing_is_said(String button, String text) {
        // given
        ServiceRequest one = opened();

        // then
        for (Visitor who : new Visitor[] {sam, paula}) {
            String page = who == sam ? ofSupport(one) : ofPartner(one);
            HttpResponse<String> answer = say(who, page, button, text);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("aria-invalid=\"true\"", text);
        }
        HttpResponse<String> tooLong = say(ada, ofCustomer(one), "", "x".repeat(3001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("x".repeat(3001));
        assertThat(words(tooLong)).contains("At most 3,000 characters, please; these are 3,001");
        assertThat(comments.of(one.id())).hasSize(1);
    }

    @Test
    void each_page_is_open_to_its_own_side_only() {
        // given
        ServiceRequest one = opened();
        String elsewhere = Lifecycle.newAddress();
        Request theirs = life.sent(PAULA, elsewhere, MAIL);
        life.approve(elsewhere, MAIL);
        var otherCustomer = relationships.get(theirs.relationshipId()).customer().id();
        accounts.add(Account.ofCustomer(otherCustomer, elsewhere, "Eve", "{noop}" + People.PASSWORD, "en"));
        Visitor eve = Visitor.signedIn(port, elsewhere);
        Map<String, String> words = Map.of("say", "comment", "text", "Hello");

        // then
        assertThat(eve.open(ofCustomer(one)).statusCode()).isEqualTo(404);
        assertThat(eve.open(ofCustomer(one).replace(customer.toString(), otherCustomer.toString())).statusCode()).isEqualTo(404);
        assertThat(eve.submit("/organisation/" + otherCustomer,
                ofCustomer(one).replace(customer.toString(), otherCustomer.toString()), words).statusCode()).isEqualTo(404);
        assertThat(paula.open(ofPartner(one).replace(relationship.toString(), theirs.relationshipId().toString())).statusCode())
                .isEqualTo(404);
        assertThat(paula.open(ofSupport(one)).statusCode()).isEqualTo(403);
        assertThat(ada.open(ofSupport(one)).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, People.OLIVIA).submit(ofSupport(one), ofSupport(one), words).statusCode()).isEqualTo(403);
        assertThat(sam.open(ofPartner(one)).statusCode()).isEqualTo(403);
        assertThat(sam.open(ofCustomer(one)).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).open(ofSupport(one)).statusCode()).isEqualTo(302);
        String nowhere = "/support/00000000-0000-0000-0000-000000000000";
        assertThat(sam.open(nowhere).statusCode()).isEqualTo(404);
        for (String button : List.of("comment", "solve", "askBack", "shout")) {
            assertThat(sam.submit("/support", nowhere, Map.of("say", button, "text", "Hello")).statusCode()).isEqualTo(404);
            assertThat(sam.submit("/support", nowhere, Map.of("say", button)).statusCode()).isEqualTo(404);
        }
        assertThat(sam.forge(ofSupport(one), words).statusCode()).isEqualTo(403);
        assertThat(comments.of(one.id())).hasSize(1);
    }
}
