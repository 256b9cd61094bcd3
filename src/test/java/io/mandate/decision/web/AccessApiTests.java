package io.mandate.decision.web;

import static io.mandate.decision.web.AccessController.EVALUATION;
import static io.mandate.decision.web.AccessController.EVALUATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What services are told, asked over HTTP. */
@DecisionServiceTest
class AccessApiTests {

    @Autowired Environment environment;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private HeldPermissions record;
    private Portal portal;
    private UUID northwind;
    private Instant ends;

    @BeforeEach
    void contoso_reads_the_mail_settings_of_northwind() {
        record = new HeldPermissions(jdbc);
        portal = Portal.of(environment);
        northwind = record.customer();
        ends = clock.instant().plus(Duration.ofDays(30));
        record.hold("contoso", northwind, "mail", "mail-reader,mail-user-administrator", clock.instant(), ends);
    }

    @AfterEach
    void present() {
        ClockUtil.reset();
    }

    @Test
    void a_partner_that_holds_the_role_may_act_until_its_term_ends() {
        var response = portal.ask(EVALUATION, question("contoso", "mail-reader", "mail", northwind));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(Portal.json(response)).hasToString("""
                {"decision":true,"context":{"valid_until":"%s","roles":["mail-reader","mail-user-administrator"]}}"""
                .formatted(ends));
    }

    @Test
    void the_permission_counts_until_the_very_instant_of_its_end() {
        String question = question("contoso", "administer", "mail", northwind);

        ClockUtil.setCurrentTime(Date.from(ends.minusMillis(1)));
        assertThat(portal.answer(EVALUATION, question).get("decision").booleanValue()).isTrue();

        ClockUtil.setCurrentTime(Date.from(ends));
        var ended = portal.answer(EVALUATION, question);
        assertThat(ended.get("decision").booleanValue()).isFalse();
        assertThat(ended.at("/context/reason").textValue()).isEqualTo("ended");
        assertThat(ended.at("/context/ended_at").textValue()).isEqualTo(ends.toString());
    }

    @Test
    void that_a_term_is_over_is_told_also_once_it_was_noted_and_to_its_partner_only() {
        record.ended("contoso", northwind, "collaboration", ends);

        String question = question("contoso", "administer", "collaboration", northwind);
        assertThat(StatementCounter.statementsOf(() -> portal.ask(EVALUATION, question))).isOne();
        assertThat(portal.answer(EVALUATION, question)).hasToString("""
                {"decision":false,"context":{"reason":"ended","reason_admin":{"en":"The term of this partner's permission is over."},"ended_at":"%s"}}"""
                .formatted(ends));
        assertThat(portal.answer(EVALUATION, question("fabrikam", "administer", "collaboration", northwind))
                .at("/context/reason").textValue()).isEqualTo("not_held");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso, mail-administrator, mail, role_not_held",
        "contoso, postmaster, mail, unknown_role",
        "contoso, administer, collaboration, not_held",
        "fabrikam, administer, mail, not_held",
        "'', administer, mail, not_held",
    })
    void everything_else_is_denied_with_the_reason(String partner, String action, String service, String reason) {
        var answer = portal.answer(EVALUATION, question(partner, action, service, northwind));

        assertThat(answer.get("decision").booleanValue()).isFalse();
        assertThat(answer.at("/context/reason").textValue()).isEqualTo(reason);
        assertThat(answer.at("/context/reason_admin/en").textValue()).isNotBlank();
        assertThat(answer.toString()).doesNotContain("contoso", "fabrikam");
    }

    @Test
    void an_unknown_customer_is_told_as_such() {
        var answer = portal.answer(EVALUATION, question("contoso", "administer", "mail", UUID.randomUUID()));

        assertThat(answer.at("/context/reason").textValue()).isEqualTo("unknown_customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infrastructure", "no-such-service", "", "\\u0000", "\\ud800"})
    void a_question_about_a_service_of_somebody_else_is_refused(String service) {
        var response = portal.ask(EVALUATION, question("contoso", "administer", service, northwind));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Portal.json(response).get("message").textValue()).isEqualTo("This account may not ask about this service.");
    }

    @Test
    void each_caller_asks_about_its_own_services() {
        var other = portal.as("infrastructure-portal", "infrastructure-secret");

        assertThat(other.ask(EVALUATION, question("contoso", "administer", "mail", northwind)).statusCode()).isEqualTo(403);
        assertThat(other.ask(EVALUATION, question("contoso", "administer", "infrastructure", northwind)).statusCode()).isEqualTo(200);
    }

    @Test
    void several_questions_are_answered_in_their_order_and_a_wrong_one_is_denied_with_its_error() {
        var answer = portal.answer(EVALUATIONS, """
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "resource": %s, "evaluations": [
                    {}, {"action": {"name": "mail-administrator"}}, {"action": {"name": 7}},
                    {"resource": {"type": "service", "id": "infrastructure"}}, {"action": {"name": "mail-reader"}}]}"""
                .formatted(resource("mail", northwind)));

        assertThat(answer.fieldNames()).toIterable().containsExactly("evaluations");
        assertThat(decisions(answer)).containsExactly(true, false, false, false, true);
        assertThat(answer.at("/evaluations/1/context/reason").textValue()).isEqualTo("role_not_held");
        assertThat(answer.at("/evaluations/2/context")).hasToString("""
                {"error":{"status":400,"message":"\\"action.name\\" is not a string."}}""");
        assertThat(answer.at("/evaluations/3/context")).hasToString("""
                {"error":{"status":403,"message":"This account may not ask about this service."}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all, 'mail-reader,x,mail-reader', 'true,false,true'",
        "deny_on_first_deny, 'mail-reader,x,mail-reader', 'true,false'",
        "deny_on_first_deny, 'mail-reader,mail-reader', 'true,true'",
        "deny_on_first_deny, ',mail-reader', 'false'",
        "permit_on_first_permit, 'x,,mail-reader,x', 'false,false,true'",
        "permit_on_first_permit, 'x,x', 'false,false'",
    })
    void the_semantic_decides_how_far_they_are_answered(String semantic, String actions, String expected) {
        // An empty action stands for a malformed question.
        String items = Arrays.stream(actions.split(","))
                .map(action -> action.isEmpty() ? "{\"action\": {}}" : "{\"action\": {\"name\": \"" + action + "\"}}")
                .collect(Collectors.joining(","));
        var answer = portal.answer(EVALUATIONS, """
                {"subject": {"type": "partner", "id": "contoso"}, "resource": %s,
                 "options": {"evaluations_semantic": "%s"}, "evaluations": [%s]}"""
                .formatted(resource("mail", northwind), semantic, items));

        assertThat(decisions(answer)).extracting(String::valueOf).containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"evaluations\": []"})
    void without_items_the_request_for_several_is_a_request_for_one(String evaluations) {
        var question = question("contoso", "mail-reader", "mail", northwind);
        var answer = portal.answer(EVALUATIONS, question.substring(0, question.length() - 1) + evaluations + "}");

        assertThat(answer).isEqualTo(portal.answer(EVALUATION, question));
        assertThat(portal.ask(EVALUATIONS, "{\"evaluations\": []}").statusCode()).isEqualTo(400);
    }

    @Test
    void one_statement_answers_one_question_and_a_hundred_alike() {
        String one = question("contoso", "administer", "mail", northwind);
        String hundred = "{\"evaluations\": [" + String.join(",", Collections.nCopies(100, one)) + "]}";

        assertThat(StatementCounter.statementsOf(() -> portal.ask(EVALUATION, one))).isOne();
        assertThat(StatementCounter.statementsOf(() -> portal.ask(EVALUATIONS, hundred))).isOne();
    }

    private static List<Boolean> decisions(JsonNode answer) {
        return StreamSupport.stream(answer.get("evaluations").spliterator(), false)
                .map(each -> each.get("decision").booleanValue()).toList();
    }

    private static String question(String partner, String action, String service, UUID customer) {
        return "{\"subject\": {\"type\": \"partner\", \"id\": \"%s\"}, \"action\": {\"name\": \"%s\"}, \"resource\": %s}"
                .formatted(partner, action, resource(service, customer));
    }

    private static String resource(String service, UUID customer) {
        return "{\"type\": \"service\", \"id\": \"%s\", \"properties\": {\"customer\": \"%s\"}}".formatted(service, customer);
    }
}
