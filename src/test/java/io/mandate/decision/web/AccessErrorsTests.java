package io.mandate.decision.web;

import static io.mandate.decision.web.AccessController.EVALUATION;
import static io.mandate.decision.web.AccessController.EVALUATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** How requests are refused that hold no question, or come from nobody. */
@DecisionServiceTest
class AccessErrorsTests {

    private static final String QUESTION = """
            {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
             "resource": {"type": "service", "id": "mail", "properties": {"customer": "none"}}}""";

    @Autowired Environment environment;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = Portal.of(environment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                                | The body is empty.",
        "{\"subject\":                     | The body is not valid JSON (line 1, column 12).",
        "{} {}                             | The body is not valid JSON (line 1, column 4).",
        "{\"action\": {}, \"action\": {}}  | The body is not valid JSON (line 1, column 24).",
        "[]                                | The request is not a JSON object.",
        "{}                                | \"subject\" is missing.",
    })
    void a_body_that_is_no_question_is_a_bad_request_that_says_why(String body, String message) {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            assertRefused(portal.ask(path, body), 400, message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
        "application/*", "application/json-patch+json", "nonsense"
    })
    void another_content_type_is_a_bad_request(String contentType) {
        assertRefused(portal.ask(EVALUATION, QUESTION, "Content-Type", contentType), 400, "The content type is not application/json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=UTF-8", "Application/JSON;charset=utf-8"})
    void parameters_of_the_content_type_do_not_matter(String contentType) {
        assertThat(portal.ask(EVALUATION, QUESTION, "Content-Type", contentType).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense"})
    void an_answer_is_json_whatever_the_caller_accepts(String accept) {
        assertThat(portal.ask(EVALUATION, QUESTION, "Accept", accept).statusCode()).isEqualTo(200);
        assertRefused(portal.ask(EVALUATION, "{}", "Accept", accept), 400, "\"subject\" is missing.");
    }

    @Test
    void a_body_that_is_not_utf_8_is_a_bad_request() {
        var latin = BodyPublishers.ofByteArray("{\"note\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(portal.ask(EVALUATION, latin), 400, "The body is not UTF-8.");
    }

    @Test
    void deep_nesting_is_a_bad_request() {
        assertRefused(portal.ask(EVALUATION, "[".repeat(5000) + "]".repeat(5000)), 400,
                "The body is nested too deeply, or holds an over-long number or name.");
    }

    @Test
    void a_body_is_read_up_to_256_kibibytes() {
        String fits = QUESTION + " ".repeat(256 * 1024 - QUESTION.length());
        byte[] tooLarge = (fits + " ").getBytes(StandardCharsets.UTF_8);

        assertThat(portal.ask(EVALUATION, fits).statusCode()).isEqualTo(200);
        assertRefused(portal.ask(EVALUATION, BodyPublishers.ofByteArray(tooLarge)), 413, "The body is larger than 262144 bytes.");
        assertRefused(portal.ask(EVALUATIONS, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge))),
                413, "The body is larger than 262144 bytes.");
    }

    @ParameterizedTest
    @CsvSource({"mail-portal, wrong", "mail-portal, ''", "nobody, mail-secret", "paula@contoso.example, paula"})
    void whoever_is_no_service_account_is_challenged(String name, String password) {
        var response = portal.as(name, password).ask(EVALUATION, QUESTION, "X-Request-ID", "r-1");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(challenge ->
                assertThat(challenge).startsWith("Bearer realm="));
        assertThat(response.headers().firstValue("X-Request-ID")).contains("r-1");
        assertThat(Portal.json(response).get("detail").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void questions_are_asked_with_post_only(String method) {
        var response = Portal.send(portal.request(EVALUATION).method(method, BodyPublishers.noBody()));

        assertRefused(response, 405, "Questions are asked with POST.");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void what_the_standard_leaves_optional_is_not_found() {
        assertRefused(portal.ask("/access/v1/search/subject", QUESTION), 404,
                "Mandate answers at /access/v1/evaluation and /access/v1/evaluations.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "any \"string\" <b>${x}</b>"})
    void the_callers_request_id_comes_back(String id) {
        assertThat(portal.ask(EVALUATION, QUESTION, "X-Request-ID", id).headers().firstValue("X-Request-ID")).contains(id);
        assertThat(portal.ask(EVALUATIONS, "{", "X-Request-ID", id).headers().firstValue("X-Request-ID")).contains(id);
    }

    @Test
    void a_long_request_id_comes_back_too() {
        String id = "r".repeat(7800);

        assertThat(portal.ask(EVALUATION, QUESTION, "X-Request-ID", id).headers().firstValue("X-Request-ID")).contains(id);
    }

    @Test
    void asking_leaves_neither_cookie_nor_session() {
        var response = portal.ask(EVALUATION, QUESTION);

        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("X-Request-ID")).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).hasValueSatisfying(cache ->
                assertThat(cache).contains("no-store"));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/problem+json"));
        assertThat(Portal.json(response).get("status").intValue()).isEqualTo(status);
        assertThat(Portal.json(response).get("detail").textValue()).isEqualTo(message);
        assertThat(Portal.json(response).get("message").textValue()).isEqualTo(message);
    }
}
