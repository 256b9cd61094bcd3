package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.machine.AccessTokens;
import io.mandate.machine.MachineTest;
import io.mandate.machine.Scope;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a program can do with an access token that the page issued. */
class PageTokenTests extends TokenTest {

    @Autowired AccessTokens tokens;
    @Autowired StatementCount statements;

    @Nested
    class A_token_that_counts {

        @Test
        void asks_and_reports_for_its_services_in_its_scopes_without_session_or_cookie() {
            Issued token = issued();

            HttpResponse<String> asked = program.ask("mail", token.header());
            HttpResponse<String> reported = program.report("one", "bearer  " + token.text());

            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.body()).contains("\"decision\":false");
            assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(reported.statusCode()).isEqualTo(200);
            assertThat(reported.body()).contains("not-held");
            assertThat(jdbc.sql("select caller from service_report where report_id = 'one'").query(String.class).list())
                    .containsExactly("mail-service");
        }

        @Test
        void costs_a_decision_one_statement_more_and_no_commit() {
            Issued token = issued();
            statements.take();

            program.ask("mail", token.header());
            StatementCount.Spent spent = statements.take();

            assertThat(spent.statements()).hasSize(2);
            assertThat(spent.statements().get(0)).contains("from access_token where token_hash");
            assertThat(spent.commits()).isZero();
        }

        @Test
        void is_refused_for_a_service_that_is_not_its_own() {
            Issued token = issued();

            assertThat(program.ask("collaboration", token.header()).statusCode()).isEqualTo(403);
            Issued other = issued(List.of("collaboration"), EnumSet.allOf(Scope.class));
            assertThat(program.report("two", other.header()).statusCode()).isEqualTo(403);
        }

        @Test
        void speaks_no_more_for_a_service_that_left_the_catalog() {
            Issued token = issued(List.of("mail", "collaboration"), EnumSet.allOf(Scope.class));
            jdbc.sql("update access_token set services = 'fax mail' where id = ?").param(token.id()).update();

            assertThat(program.ask("fax", token.header()).statusCode()).isEqualTo(403);
            assertThat(program.ask("mail", token.header()).statusCode()).isEqualTo(200);
        }

        @Test
        void is_refused_where_it_has_not_the_scope() {
            Issued asks = issued(List.of("mail"), EnumSet.of(Scope.DECISIONS));
            Issued reports = issued(List.of("mail"), EnumSet.of(Scope.REMOVALS));

            refused(program.report("three", asks.header()), 403, "insufficient_scope", "This needs the scope mandate.removals");
            refused(program.ask("mail", reports.header()), 403, "insufficient_scope", "This needs the scope mandate.decisions");
            assertThat(challenge(program.ask("mail", reports.header()))).contains("scope=\"mandate.decisions\"");
            assertThat(program.ask("mail", asks.header()).statusCode()).isEqualTo(200);
            assertThat(program.report("four", reports.header()).statusCode()).isEqualTo(200);
        }

        @Test
        void opens_no_page() throws Exception {
            assertThat(program.send("/tokens", "text/html", "", issued().header()).statusCode()).isIn(302, 401, 403);
            assertThat(program.send("/overview", "text/html", "", issued().header()).statusCode()).isIn(302, 401, 403);
        }
    }

    @Nested
    class A_token_that_does_not_count {

        @Test
        void is_one_that_nobody_issued_or_that_was_cut_off() {
            String text = issued().text();
            String other = text.substring(0, 10) + (text.charAt(10) == 'a' ? 'b' : 'a') + text.substring(11);
            statements.take();

            for (String wrong : List.of(other, text.substring(0, text.length() - 1), "mdt_", "mdt_" + "0".repeat(72), text.toUpperCase())) {
                refused(program.ask("mail", "Bearer " + wrong), 401, "invalid_token", null);
            }
            assertThat(statements.take().statements()).isEmpty();
        }

        @Test
        void is_one_that_has_the_right_form_and_is_not_known() {
            Issued token = issued();
            jdbc.sql("delete from access_token where id = ?").param(token.id()).update();

            refused(program.ask("mail", token.header()), 401, "invalid_token", "Mandate did not issue this access token, or it is not complete");
        }

        @Test
        void is_one_that_was_revoked_from_that_moment_on() {
            Issued token = issued();
            assertThat(program.ask("mail", token.header()).statusCode()).isEqualTo(200);

            tokens.revoke(token.id(), People.OLIVIA);

            refused(program.ask("mail", token.header()), 401, "invalid_token", "The access token was revoked");
            refused(program.report("five", token.header()), 401, "invalid_token", "The access token was revoked");
        }

        @Test
        void is_one_that_has_expired() {
            Issued token = issued();
            jdbc.sql("update access_token set expires_at = issued_at where id = ?").param(token.id()).update();

            refused(program.ask("mail", token.header()), 401, "invalid_token", "The access token has expired");
        }

        @Test
        void is_a_hash_from_the_database() {
            Issued token = issued();
            String hash = jdbc.sql("select token_hash from access_token where id = ?").param(token.id()).query(String.class).single();

            refused(program.ask("mail", "Bearer " + hash), 401, "invalid_token", null);
            refused(program.ask("mail", "Bearer mdt_" + hash), 401, "invalid_token", null);
            assertThat(jdbc.sql("select * from access_token where id = ?").param(token.id()).query().singleRow().toString())
                    .doesNotContain(token.text().substring(4));
        }
    }

    @Nested
    class A_token_in_the_wrong_place {

        @Test
        void is_refused_in_the_address() {
            Issued token = issued();
            String path = Program.EVALUATION + "?access_token=" + token.text();

            refused(program.send(path, "application/json", Program.question("mail")), 400, "invalid_request", null);
            refused(program.send(path, "application/json", Program.question("mail"), token.header()), 400, "invalid_request", null);
        }

        @Test
        void is_not_looked_for_in_the_body() {
            HttpResponse<String> answer =
                    program.send(Program.EVALUATION, "application/x-www-form-urlencoded", "access_token=" + issued().text());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(challenge(answer)).doesNotContain("error=");
        }

        @Test
        void is_refused_in_two_headers_or_beside_another() {
            Issued token = issued();
            String jwt = MachineTest.ISSUER.token(Map.of());

            refused(program.ask("mail", token.header(), token.header()), 400, "invalid_request", "There is more than one Authorization header");
            refused(program.ask("mail", token.header(), "Basic YTpi"), 400, "invalid_request", null);
            refused(program.ask("mail", "Basic YTpi", token.header()), 400, "invalid_request", null);
            for (String both : List.of(token.header() + " " + jwt, token.header() + ", Bearer " + jwt, "Bearer", "Bearer ", "Bearer \u00e9")) {
                refused(program.ask("mail", both), 400, "invalid_request", "The Authorization header holds no single access token");
            }
            refused(program.ask("mail", token.header() + "." + jwt), 401, "invalid_token", null);
            refused(program.ask("mail", "Bearer " + jwt + token.text()), 401, "invalid_token", null);
        }

        @Test
        void is_refused_where_the_header_is_huge_and_the_service_goes_on() throws Exception {
            String status = program.raw("POST " + Program.EVALUATION + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + "a".repeat(100_000) + "\r\nContent-Length: 0\r\n\r\n");

            assertThat(status).isIn("400", "431");
            assertThat(program.ask("mail", issued().header()).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Without_a_token {

        @Test
        void the_answer_says_what_is_wanted_and_where_it_is_had() {
            HttpResponse<String> answer = program.ask("mail");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Mandate\", "
                    + "resource_metadata=\"http://mandate.example/.well-known/oauth-protected-resource\"");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }

        @Test
        void passwords_that_stand_in_the_settings_are_not_taken() {
            // mail-portal:mail-secret
            HttpResponse<String> answer = program.ask("mail", "Basic bWFpbC1wb3J0YWw6bWFpbC1zZWNyZXQ=");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(challenge(answer)).startsWith("Bearer ").doesNotContain("Basic");
        }

        @Test
        void other_schemes_are_not_taken() {
            for (String other : List.of("DPoP " + issued().text(), "Digest a=b", "Negotiate YTpi", issued().text(), "Token " + issued().text(), "")) {
                HttpResponse<String> answer = program.ask("mail", other);
                assertThat(answer.statusCode()).as(other).isEqualTo(401);
                assertThat(answer.headers().allValues("WWW-Authenticate")).singleElement().asString().startsWith("Bearer ");
            }
        }
    }

    @Test
    void a_name_that_is_issued_twice_is_one_account_with_two_tokens() {
        Issued first = issued();
        Issued second = issued();
        program.report(UUID.randomUUID().toString(), first.header());
        tokens.revoke(first.id(), People.OLIVIA);

        assertThat(program.ask("mail", second.header()).statusCode()).isEqualTo(200);
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    /** Refused as RFC 6750 has it, and as a problem detail. */
    static void refused(HttpResponse<String> answer, int status, String error, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(challenge(answer)).startsWith("Bearer realm=\"Mandate\"").contains("error=\"" + error + "\"");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        if (why != null) {
            assertThat(challenge(answer)).contains("error_description=\"" + why + "\"");
            assertThat(answer.body()).contains(why);
        }
    }
}
