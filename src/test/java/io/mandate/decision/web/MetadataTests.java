package io.mandate.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DecisionServiceTest
class MetadataTests {

    @Autowired Environment environment;

    @Test
    void anybody_can_read_where_mandate_decides() {
        URI address = URI.create(Portal.of(environment).address() + "/.well-known/authzen-configuration");
        String base = environment.getRequiredProperty("mandate.base-url");

        var response = Portal.send(HttpRequest.newBuilder(address));
        JsonNode metadata = Portal.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/json"));
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(metadata).hasToString("""
                {"policy_decision_point":"%1$s","access_evaluation_endpoint":"%1$s/access/v1/evaluation",\
                "access_evaluations_endpoint":"%1$s/access/v1/evaluations"}""".formatted(base));
    }
}
