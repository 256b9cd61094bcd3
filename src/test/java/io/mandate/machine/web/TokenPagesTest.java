package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.People;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the pages on which access tokens are issued, as a process owner opens them. */
abstract class TokenPagesTest extends TokenTest {

    static final String AUDITOR = "audrey@mandate.example";

    private static final Pattern TEXT = Pattern.compile("mdt_[0-9a-f]{72}");

    Visitor olivia;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @BeforeEach
    void an_owner_and_an_auditor() {
        jdbc.sql("delete from access_token").update();
        jdbc.sql("""
                        insert into account (username, display_name, password_hash, role, language)
                        values (?, 'Audrey Audit', ?, 'AUDITOR', 'en') on conflict do nothing
                        """).params(AUDITOR, "{noop}" + People.PASSWORD).update();
        olivia = Visitor.signedIn(port, People.OLIVIA);
    }

    static Map<String, String> form() {
        return new HashMap<>(Map.of("name", "mail-service", "services", "mail", "scopes", "mandate.decisions", "days", "90"));
    }

    static String text(HttpResponse<String> page) {
        Matcher found = TEXT.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }

    String id() {
        return jdbc.sql("select id from access_token").query(UUID.class).single().toString();
    }

    int count() {
        return jdbc.sql("select count(*) from access_token").query(Integer.class).single();
    }
}
