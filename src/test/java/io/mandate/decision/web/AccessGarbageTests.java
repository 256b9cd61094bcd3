package io.mandate.decision.web;

import static io.mandate.decision.web.AccessController.EVALUATION;
import static io.mandate.decision.web.AccessController.EVALUATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/** Whatever is sent, the answer is a decision or a refusal that says why; and only the right question gets a yes. */
@DecisionServiceTest
class AccessGarbageTests {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Autowired Environment environment;
    @Autowired JdbcClient jdbc;

    private Portal portal;
    private ObjectNode question;

    @BeforeProperty
    void contoso_administers_the_mail_of_a_customer() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        portal = Portal.of(environment);
        var record = new HeldPermissions(jdbc);
        UUID customer = record.customer();
        record.hold("contoso", customer, "mail", "mail-reader", Instant.now(), Instant.now().plus(Duration.ofDays(1)));
        question = (ObjectNode) JSON.readTree("""
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "resource": {"type": "service", "id": "mail", "properties": {"customer": "%s"}}}""".formatted(customer));
        assertThat(portal.answer(EVALUATION, question.toString()).get("decision").booleanValue()).isTrue();
    }

    @Property(tries = 200)
    void bytes_are_refused(@ForAll byte[] body) {
        for (String path : List.of(EVALUATION, EVALUATIONS)) {
            assertNoYes(portal.ask(path, BodyPublishers.ofByteArray(body)));
        }
    }

    @Property(tries = 200)
    void other_json_is_refused(@ForAll("json") JsonNode body) throws JsonProcessingException {
        for (String path : List.of(EVALUATION, EVALUATIONS)) {
            assertNoYes(portal.ask(path, JSON.writeValueAsString(body)));
        }
    }

    @Property(tries = 400)
    void a_question_with_anything_else_in_one_place_gets_no_yes(
            @ForAll("places") JsonPointer place, @ForAll("json") JsonNode garbage) throws JsonProcessingException {
        ObjectNode changed = changed(place, garbage);

        assertNoYes(portal.ask(EVALUATION, JSON.writeValueAsString(changed)));
    }

    @Property(tries = 200)
    void a_question_cut_off_anywhere_is_refused(@ForAll("shares") double share) {
        String whole = question.toString();

        assertThat(portal.ask(EVALUATION, whole.substring(0, (int) (share * whole.length()))).statusCode()).isEqualTo(400);
    }

    @Property(tries = 200)
    void a_bad_item_gets_no_yes_and_keeps_no_other_from_its_answer(
            @ForAll("places") JsonPointer place, @ForAll("json") JsonNode garbage) throws JsonProcessingException {
        ObjectNode several = JSON.createObjectNode();
        several.putArray("evaluations").add(garbage).add(question).add(changed(place, garbage)).add(question);

        var response = portal.ask(EVALUATIONS, JSON.writeValueAsString(several));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Portal.json(response).findValues("decision")).extracting(JsonNode::booleanValue)
                .containsExactly(false, true, false, true);
    }

    @Property(tries = 200)
    void garbage_around_the_items_gets_no_yes_for_a_bad_item(
            @ForAll("fields") String field, @ForAll("json") JsonNode garbage) throws JsonProcessingException {
        ObjectNode several = JSON.createObjectNode();
        several.putArray("evaluations").addObject();
        several.set(field, garbage);

        assertNoYes(portal.ask(EVALUATIONS, JSON.writeValueAsString(several)));
    }

    @Property(tries = 200)
    void whatever_is_added_changes_nothing(@ForAll("json") JsonNode garbage) throws JsonProcessingException {
        ObjectNode more = question.deepCopy();
        more.set("futureField", garbage);
        ((ObjectNode) more.get("subject")).set("futureField", garbage);
        more.putObject("context").set("anything", garbage);

        assertThat(portal.answer(EVALUATION, JSON.writeValueAsString(more)).get("decision").booleanValue()).isTrue();
    }

    private ObjectNode changed(JsonPointer place, JsonNode garbage) {
        ObjectNode changed = question.deepCopy();
        ((ObjectNode) changed.at(place.head())).set(place.last().getMatchingProperty(), garbage);
        Assume.that(!changed.equals(question));
        return changed;
    }

    private static void assertNoYes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 400, 403);
        assertThat(Portal.json(response).findValues("decision")).noneMatch(JsonNode::booleanValue);
        if (response.statusCode() != 200) {
            assertThat(Portal.json(response).get("message").textValue()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<JsonPointer> places() {
        return Arbitraries.of("/subject", "/subject/type", "/subject/id", "/action", "/action/name", "/resource",
                "/resource/type", "/resource/id", "/resource/properties", "/resource/properties/customer")
                .map(JsonPointer::compile);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("subject", "action", "resource", "context", "options", "evaluations", "");
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.of(null, true, false).map(JSON::<JsonNode>valueToTree),
                () -> Arbitraries.oneOf(Arbitraries.bigIntegers(), Arbitraries.doubles()).map(JSON::<JsonNode>valueToTree),
                () -> Arbitraries.strings().ofMaxLength(40).map(JSON::<JsonNode>valueToTree),
                () -> Arbitraries.of("partner", "service", "mail", "${1+1}", "' or '1'='1", "\u0000", "\ud800")
                        .map(JSON::<JsonNode>valueToTree),
                () -> json().list().ofMaxSize(4).map(JSON::<JsonNode>valueToTree),
                () -> Arbitraries.maps(
                                Arbitraries.oneOf(Arbitraries.of("type", "id", "name", "properties", "customer", "decision"),
                                        Arbitraries.strings().ofMaxLength(8)),
                                json())
                        .ofMaxSize(4).map(JSON::<JsonNode>valueToTree));
    }
}
