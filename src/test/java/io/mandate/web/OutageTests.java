package io.mandate.web;

import static io.mandate.testing.Visitor.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.mandate.request.web.PartnerPages;
import io.mandate.request.web.RequestPagesTest;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.RemovalReport;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.convert.ConversionService;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.util.ReflectionTestUtils;

/** What people and programs are told while the database is out of reach: no connection can be had. */
class OutageTests extends RequestPagesTest {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final String MAIL_SERVICE = "Basic " + Base64.getEncoder().encodeToString("mail-service:secret".getBytes(UTF_8));

    @Autowired DataSource database;
    @Autowired JdbcIndexedSessionRepository sessions;

    @Test
    void a_form_is_kept_and_can_be_sent_again_from_the_page_that_says_so() throws Exception {
        // given
        Visitor visitor = Visitor.signedIn(port, People.PAULA.address().value());
        Map<String, String> typed = new HashMap<>(PartnerPages.fields(customer));
        typed.put("organisation", "Northwind & <Traders>");
        Callable<HttpResponse<String>> form = visitor.ready("/requests/new", "/requests", typed);

        // when
        HttpResponse<String> answer = without(form);

        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(PartnerPages.words(answer.body())).contains("out of order for a moment", "either happened in full or not at all",
                "What you filled in is kept", "Send again");
        assertThat(answer.body()).contains("action=\"/requests\"", "Northwind &amp; &lt;Traders&gt;");

        // and when it is back
        assertThat(location(visitor.forge("/requests", fields(answer.body())))).matches("/requests/[0-9a-f-]{36}/draft");
    }

    @Test
    void a_page_can_be_tried_again() throws Exception {
        HttpResponse<String> answer = without(() -> paula.open("/customers?q=northwind"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("href=\"/customers?q=northwind\"").doesNotContain("method=\"post\" action=\"/customers");
    }

    @Test
    void even_if_the_connections_go_while_it_is_being_answered() throws Exception {
        Visitor visitor = Visitor.signedIn(port, People.PAULA.address().value());
        Callable<HttpResponse<String>> form = visitor.ready("/requests/new", "/requests", PartnerPages.fields(customer));
        List<Connection> taken = new ArrayList<>();
        ConversionService reading = (ConversionService) ReflectionTestUtils.getField(sessions, "conversionService");

        HttpResponse<String> answer = impatient(taken, () -> {
            // Values are made of what was read of the session, which is when they go.
            sessions.setConversionService(Mockito.mock(ConversionService.class, call -> {
                if (taken.isEmpty()) {
                    takeAll(pool(), taken);
                }
                return call.getMethod().invoke(reading, call.getArguments());
            }));
            try {
                return form.call();
            } finally {
                sessions.setConversionService(reading);
            }
        });

        assertThat(taken).isNotEmpty();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("action=\"/requests\"", customer);
        assertThat(visitor.open("/customers").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void nobodys_right_password_is_called_wrong() throws Exception {
        Visitor visitor = new Visitor(port);
        Callable<HttpResponse<String>> signIn = visitor.ready("/sign-in", "/sign-in",
                Map.of("username", People.PAULA.address().value(), "password", People.PASSWORD));

        HttpResponse<String> answer = without(signIn);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("value=\"paula@contoso.example\"", "type=\"password\"").doesNotContain(People.PASSWORD + "\"");
    }

    @Test
    void no_password_that_was_typed_comes_back() throws Exception {
        Visitor visitor = Visitor.signedIn(port, People.PAULA.address().value());
        Map<String, String> change = Map.of("current", "typed-present", "password", "typed-new", "again", "typed-once-more");
        Callable<HttpResponse<String>> own = visitor.ready("/account", "/account/password", change);

        String page = without(own).body();
        String byLink = without(() -> new Visitor(port).forge("/password", Map.of("token", "typed-token", "password", "typed-new", "again",
                "typed-once-more"))).body();

        assertThat(page).contains("action=\"/account/password\"", "Present password", "New password once more", "autocomplete=\"new-password\"")
                .doesNotContain("typed-");
        assertThat(byLink).doesNotContain("typed-new", "typed-once-more");
    }

    @Test
    void a_customer_keeps_the_answer_that_was_typed() throws Exception {
        // given
        life.sent(People.PAULA, customer, Lifecycle.MAIL);
        String token = life.token(customer);
        Visitor ada = new Visitor(port);

        // when
        HttpResponse<String> answer = without(() -> ada.forge("/answer/" + token + "/approve", Map.of("name", "Ada \"Admin\"")));

        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("action=\"/answer/" + token + "/approve\"", "Ada &quot;Admin&quot;");
    }

    @Test
    void programs_get_problem_details_and_when_to_try_again() throws Exception {
        outOfOrder(without(() -> RemovalReport.send(port,
                RemovalReport.json(UUID.randomUUID(), UUID.randomUUID(), "mail", "contoso", "removed"))));
        outOfOrder(without(() -> new Visitor(port).call("POST", "/access/v1/evaluation", """
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "resource": {"type": "service", "id": "mail", "properties": {"customer": "%s"}}}""".formatted(UUID.randomUUID()),
                "Content-Type", "application/json", "Authorization", MAIL_SERVICE)));
    }

    private static void outOfOrder(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher hidden = HIDDEN.matcher(page); hidden.find(); ) {
            fields.put(hidden.group(1), hidden.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return fields;
    }

    /** Does something while all connections are taken, and nobody waits for one for long. */
    private <T> T without(Callable<T> something) throws Exception {
        List<Connection> taken = new ArrayList<>();
        return impatient(taken, () -> {
            takeAll(pool(), taken);
            return something.call();
        });
    }

    private HikariDataSource pool() throws SQLException {
        return database.unwrap(HikariDataSource.class);
    }

    private <T> T impatient(List<Connection> taken, Callable<T> something) throws Exception {
        HikariDataSource pool = pool();
        long patience = pool.getConnectionTimeout();
        pool.getHikariConfigMXBean().setConnectionTimeout(250);
        try {
            return something.call();
        } finally {
            for (Connection one : taken) {
                one.close();
            }
            pool.getHikariConfigMXBean().setConnectionTimeout(patience);
        }
    }

    private static void takeAll(HikariDataSource pool, List<Connection> taken) {
        try {
            while (true) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException exhausted) {
            assertThat(taken).hasSize(pool.getMaximumPoolSize());
        }
    }
}
