package io.mandate.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.machine.MachineTest;
import io.mandate.relationship.Partners;
import io.mandate.testing.AtOnce;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import io.mandate.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions as the database has them: what they cost, and what can be done with them there. */
@MachineTest
class StoredSessionTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired StatementCount statements;
    @Autowired JdbcClient jdbc;
    @Autowired SessionRepository<? extends Session> sessions;
    @Autowired ExpiredSessions expired;

    private Visitor paula;

    @BeforeEach
    void somebody_who_is_signed_in() {
        People.join(partners, accounts);
        paula = Visitor.signedIn(port, People.PAULA.address().value());
        paula.open("/customers");
        statements.take();
    }

    @Test
    void a_page_reads_its_session_by_one_statement_and_writes_nothing() {
        paula.open("/customers");

        assertThat(ofSessions()).singleElement().asString().startsWith("SELECT");
    }

    @Test
    void files_decisions_and_made_up_cookies_cost_no_statement() {
        assertThat(paula.load("/favicon.svg").statusCode()).isEqualTo(200);
        assertThat(paula.load("/webjars/picocss__pico/css/pico.min.css").statusCode()).isEqualTo(200);
        assertThat(paula.load("/fonts/source-sans-3-latin.woff2").statusCode()).isEqualTo(200);
        assertThat(statements.take().statements()).isEmpty();

        paula.call("POST", "/access/v1/evaluation", "{}", "Content-Type", "application/json", "Authorization", "Bearer x");
        paula.open("/.well-known/authzen-configuration");
        new Visitor(port).call("GET", "/", "", "Cookie", "JSESSIONID=00000000-0000-0000-0000-000000000000." + "A".repeat(43));
        assertThat(ofSessions()).isEmpty();
    }

    @Test
    void the_page_about_a_file_that_is_not_there_knows_who_reads_it() {
        var answer = paula.open("/no.css");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("action=\"/sign-out\"");
    }

    @Test
    void tasklist_which_puts_back_what_it_took_writes_only_what_changed() {
        paula.open("/camunda/app/tasklist/default/");
        paula.rest("GET", "/engine/engine/default/filter", null);
        statements.take();

        paula.rest("GET", "/engine/engine/default/filter", null);

        assertThat(ofSessions()).singleElement().asString().startsWith("SELECT");
    }

    @Test
    void whoever_reads_the_database_is_in_nobodys_session() {
        List<String> ids = jdbc.sql("select session_id from spring_session").query(String.class).list();

        assertThat(ids).isNotEmpty().allSatisfy(id -> {
            for (String cookie : List.of(id, id + ".", id + "." + "A".repeat(43))) {
                assertThat(Visitor.location(new Visitor(port).call("GET", "/customers", "", "Cookie", "JSESSIONID=" + cookie)))
                        .isEqualTo("/sign-in");
            }
        });
        assertThat(paula.cookies()).noneMatch(ids::contains);
        assertThat(jdbc.sql("select principal_name from spring_session where principal_name is not null").query(String.class).list()).isEmpty();
    }

    @Test
    void two_requests_at_the_same_moment_and_one_after_the_end_are_no_trouble() throws Exception {
        SavedAtOnce.check(sessions);
    }

    @Test
    void sessions_that_nobody_came_back_to_are_forgotten() throws Exception {
        jdbc.sql("update spring_session set expiry_time = 1").update();

        assertThat(AtOnce.refused(this::forget, this::forget)).isEmpty();

        assertThat(jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from spring_session_attributes").query(Integer.class).single()).isZero();
        assertThat(Visitor.location(paula.open("/customers"))).isEqualTo("/sign-in");
    }

    private Void forget() {
        expired.forget();
        return null;
    }

    private List<String> ofSessions() {
        return statements.take().statements().stream().filter(sql -> sql.toLowerCase().contains("spring_session")).toList();
    }
}
