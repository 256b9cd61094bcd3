package io.mandate.machine.web;

import static io.mandate.machine.MachineTest.ISSUER;
import static io.mandate.machine.web.PageTokenTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import io.mandate.machine.TestIssuer;
import io.mandate.testing.StatementCount;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a program can do with an access token of the configured issuer; which of them count, {@link IssuedTokensTests} says. */
class IssuerTokenTests extends TokenTest {

    @Autowired StatementCount statements;

    @Test
    void it_asks_and_reports_for_the_services_of_its_account_and_costs_no_statement_more() {
        String header = "Bearer " + ISSUER.token(Map.of());
        assertThat(program.report("jwt", header).statusCode()).isEqualTo(200);
        statements.take();

        HttpResponse<String> answer = program.ask("mail", header);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(statements.take().statements()).hasSize(1);
        assertThat(program.ask("collaboration", header).statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select caller from service_report where report_id = 'jwt'").query(String.class).list()).containsExactly("mail-portal");
    }

    @Test
    void it_is_refused_without_the_scope_without_the_audience_and_from_a_stranger() {
        refused(program.ask("mail", "Bearer " + ISSUER.token(Map.of("scope", "openid"))), 403, "insufficient_scope",
                "This needs the scope mandate.decisions");
        refused(program.report("none", "Bearer " + ISSUER.token(Map.of("scope", "mandate.decisions"))), 403, "insufficient_scope",
                "This needs the scope mandate.removals");
        refused(program.ask("mail", "Bearer " + ISSUER.token(Map.of("client_id", "stranger"))), 403, "insufficient_scope",
                "This client is none of the service accounts in the settings");
        refused(program.ask("mail", "Bearer " + ISSUER.token(Map.of("aud", "https://other.example"))), 401, "invalid_token",
                "The access token is for another audience");
        refused(program.ask("mail", "Bearer " + ISSUER.token(Map.of()).replaceFirst("\\.[^.]*$", ".")), 401, "invalid_token", null);
    }

    @Test
    void while_keys_cannot_be_had_the_program_is_asked_to_come_again() {
        // given: unknown keys, about which the issuer is asked now and then only
        HttpResponse<String> later = Stream.generate(IssuerTokenTests::withUnknownKey).limit(4)
                .map(token -> program.ask("mail", "Bearer " + token)).filter(answer -> answer.statusCode() != 401).findFirst().orElseThrow();

        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("Retry-After")).contains("30");
        assertThat(later.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(program.ask("mail", "Bearer " + ISSUER.token(Map.of())).statusCode()).isEqualTo(200);
    }

    private static String withUnknownKey() {
        RSAKey unknown = TestIssuer.newKey();
        return TestIssuer.signed(ISSUER.claims(Map.of()), new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt")).keyID(unknown.getKeyID()).build(), unknown);
    }

    @Test
    void programs_are_told_where_to_get_one() throws Exception {
        HttpResponse<String> answer = program.get("/.well-known/oauth-protected-resource");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(answer.body()).isEqualTo("""
                {"resource":"http://mandate.example","authorization_servers":["%s"],\
                "scopes_supported":["mandate.decisions","mandate.removals"],"bearer_methods_supported":["header"],\
                "resource_name":"Mandate"}""".formatted(ISSUER.name()));
    }
}
