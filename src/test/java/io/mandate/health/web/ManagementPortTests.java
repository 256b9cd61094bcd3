package io.mandate.health.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.testing.ManagementTest;
import io.mandate.testing.StatementCount;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ManagementTest
class ManagementPortTests {

    @Autowired ApplicationContext beans;
    @Autowired StatementCount statements;
    @LocalServerPort int port;
    @LocalManagementPort int management;

    @AfterEach
    void readyAgain() {
        AvailabilityChangeEvent.publish(beans, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void probes_need_no_sign_in_leave_no_session_and_hear_no_more_than_up() {
        for (String path : List.of("/livez", "/readyz")) {
            HttpResponse<String> answer = new Visitor(port).load(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(new Visitor(port).call("HEAD", path, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_node_that_is_about_to_stop_is_alive_and_not_ready() {
        AvailabilityChangeEvent.publish(beans, ReadinessState.REFUSING_TRAFFIC);

        assertThat(new Visitor(port).load("/livez").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).load("/readyz").statusCode()).isEqualTo(503);
        assertThat(new Visitor(port).load("/readyz").body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @Test
    void readiness_is_the_node_and_its_database_and_never_the_mail_server() throws IOException {
        assertThat(names(read("/actuator/health/readiness").get("components"))).containsExactlyInAnyOrder("readinessState", "database");
        assertThat(names(read("/actuator/health/liveness").get("components"))).containsExactly("livenessState");
        assertThat(names(read("/actuator/health").get("components")))
                .containsExactlyInAnyOrder("database", "jobs", "livenessState", "mail", "readinessState");
    }

    @Test
    void the_management_port_says_how_much_the_engine_has_to_do_and_which_version_runs() throws IOException {
        assertThat(names(read("/actuator/health").at("/components/jobs/details"))).containsExactlyInAnyOrder("due", "late", "incidents");
        assertThat(read("/actuator/info").at("/build/version").asText()).isNotEmpty();
        assertThat(new Visitor(management).load("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void however_often_health_is_asked_for_the_database_is_read_once_in_a_while() {
        new Visitor(management).load("/actuator/health");
        statements.take();

        for (int i = 0; i < 20; i++) {
            new Visitor(port).load("/readyz");
            new Visitor(management).load("/actuator/health");
        }

        // The three counts of jobs at most once more: what is known may just have become old.
        assertThat(statements.take().statements()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/customers", "/overview", "/livez", "/camunda/app/cockpit/default/", "/access/v1/evaluation",
        "/.well-known/authzen-configuration", "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers", "/actuator/metrics",
        "/actuator/configprops", "/actuator/shutdown", "/actuator/threaddump", "/actuator/flyway", "/actuator/mappings"})
    void nothing_else_is_reached_through_the_management_port(String path) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            HttpResponse<String> answer = new Visitor(management).call(method, path, "", "Accept", "*/*",
                    "Authorization", "Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==");

            assertThat(answer.statusCode()).as(method + " " + path).isIn(403, 404);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void nobody_signs_in_there() {
        HttpResponse<String> answer = new Visitor(management).forge("/sign-in", java.util.Map.of("username", "x", "password", "y"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_offered_there_can_only_be_read() {
        for (String path : List.of("/actuator/health", "/actuator/info", "/actuator/prometheus")) {
            assertThat(new Visitor(management).call("POST", path, "").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_ordinary_port_has_nothing_of_it() {
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/info")) {
            assertThat(new Visitor(port).load(path).statusCode()).isEqualTo(new Visitor(port).load("/no-such-page").statusCode());
        }
    }

    private JsonNode read(String path) throws IOException {
        return new ObjectMapper().readTree(new Visitor(management).load(path).body());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
