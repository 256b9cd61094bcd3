package io.mandate.account.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** People change the passwords of their own accounts, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class OwnAccountTests {

    private static final String GOOD = "kettle orbit violet damp";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired SessionRepository<? extends Session> sessions;

    private Staff staff;
    private Visitor ann;

    @BeforeEach
    void people() {
        TestMail.acceptAll();
        staff = Staff.join(partners, accounts);
        ann = Visitor.signedIn(port, staff.ann());
    }

    @Test
    void the_page_says_who_they_are_and_how_they_signed_in() {
        assertThat(ann.open("/account").body()).contains("Ann Abel", staff.ann(), "Partner administrator", "Partner " + staff.partner(),
                "Signed in by", "autocomplete=\"current-password\"", "autocomplete=\"new-password\"", "autocomplete=\"username\"");
        assertThat(location(new Visitor(port).open("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void the_new_password_counts_and_only_this_session_goes_on() {
        Visitor elsewhere = Visitor.signedIn(port, staff.ann());

        var answer = change(ann, People.PASSWORD, GOOD, GOOD);

        assertThat(location(answer)).isEqualTo("/account");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("JSESSIONID=");
        assertThat(ann.open("/account").body()).contains("Your password was changed");
        assertThat(ann.open("/people").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.open("/people"))).isEqualTo("/sign-in");
        assertThat(location(elsewhere.signIn(staff.ann(), GOOD))).isEqualTo("/people");
    }

    @Test
    void a_request_that_is_still_under_way_does_not_bring_the_old_session_back() {
        String before = id(ann);
        Session slow = sessions.findById(before);

        change(ann, People.PASSWORD, GOOD, GOOD);
        saveLate(sessions, slow);

        assertThat(sessions.findById(before)).isNull();
        assertThat(id(ann)).isNotEqualTo(before);
        assertThat(ann.open("/people").statusCode()).isEqualTo(200);
        assertThatThrownBy(slow::changeSessionId).isInstanceOf(UnsupportedOperationException.class);
    }

    @SuppressWarnings("unchecked")
    private static <S extends Session> void saveLate(SessionRepository<S> sessions, Session slow) {
        slow.setAttribute("typed", "slowly");
        slow.setLastAccessedTime(Instant.now().plusSeconds(120));
        sessions.save((S) slow);
    }

    private static String id(Visitor visitor) {
        return visitor.cookies().stream().filter(one -> one.matches("[0-9a-f-]{36}\\..{43}")).findFirst().orElseThrow().substring(0, 36);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wrong  | kettle orbit violet damp | kettle orbit violet damp | This is not your present password",
        "secret | short                    | short                    | Please use at least 12 characters",
        "secret | kettle Abel violet damp  | kettle Abel violet damp  | Please leave out “abel”",
        "secret | kettle orbit violet damp | kettle orbit             | This is not the same password",
    })
    void what_is_wrong_is_said_and_no_password_comes_back(String current, String password, String again, String says) {
        var answer = change(ann, current, password, again);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(says).doesNotContain("value=\"kettle", "value=\"secret", "value=\"wrong");
        assertThat(location(new Visitor(port).signIn(staff.ann(), People.PASSWORD))).isEqualTo("/customers");
    }

    @Test
    void the_present_password_is_no_new_one() {
        change(ann, People.PASSWORD, GOOD, GOOD);

        assertThat(change(ann, GOOD, GOOD, GOOD).body()).contains("This is your present password");
    }

    @Test
    void five_wrong_passwords_sign_out() {
        for (int i = 0; i < 4; i++) {
            assertThat(change(ann, "wrong", GOOD, GOOD).statusCode()).isEqualTo(422);
        }

        assertThat(location(change(ann, "wrong", GOOD, GOOD))).isEqualTo("/sign-in?password=tries");
        assertThat(ann.open("/sign-in?password=tries").body()).contains("wrong password too often");
        assertThat(location(ann.open("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void cannot_be_forged() {
        assertThat(ann.forge("/account/password", Map.of("current", People.PASSWORD, "password", GOOD, "again", GOOD)).statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> change(Visitor visitor, String current, String password, String again) {
        return visitor.submit("/account", "/account/password", Map.of("current", current, "password", password, "again", again));
    }
}
