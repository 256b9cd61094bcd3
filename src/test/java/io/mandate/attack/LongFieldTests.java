package io.mandate.attack;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.attack.Forms.Form;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every field takes only so much, whoever sends it: the answer names the field, or the whole is too large. */
@ServiceTest
@Import(Lifecycle.class)
class LongFieldTests {

    private static final String LONG = "x".repeat(100_000);
    private static final String TOO_LARGE = "x".repeat(1_000_000);

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;
    @Autowired Relationships relationships;

    private Request held;
    private Request open;
    private Request draft;
    private UUID customer;
    private Visitor paula;
    private Visitor ada;
    private String answer;

    @BeforeEach
    void people_with_something_to_fill_in_everywhere() {
        TestMail.acceptAll();
        People.join(partners, accounts);
        String address = Lifecycle.newAddress();
        held = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        customer = relationships.get(held.relationshipId()).customer().id();
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        String other = Lifecycle.newAddress();
        open = life.sent(PAULA, other, MAIL);
        answer = "/answer/" + life.token(other);
        draft = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        paula = Visitor.signedIn(port, PAULA.address().value());
        ada = Visitor.signedIn(port, address);
    }

    @Test
    void no_field_of_any_form_takes_more_than_it_should() {
        String known = "/customers/" + held.relationshipId();
        String home = "/organisation/" + customer;
        List<String> wrong = new ArrayList<>();
        int fields = 0;
        for (String page : List.of("/requests/new", "/requests/" + draft.id() + "/draft", "/requests/" + draft.id() + "/services",
                "/requests/" + open.id(), known + "/restore", known + "/services/mail/give-up", known + "/end", known + "/duty",
                known + "/service-requests/new")) {
            fields += each(paula, page, wrong);
        }
        for (String page : List.of(home, home + "/services/mail/remove", home + "/services/mail/move", home + "/services/mail/shorten",
                home + "/services/mail/contact", home + "/partners/" + held.relationshipId() + "/end",
                home + "/partners/" + held.relationshipId() + "/duty")) {
            fields += each(ada, page, wrong);
        }
        fields += each(new Visitor(port), answer, wrong);

        assertThat(wrong).isEmpty();
        assertThat(fields).isGreaterThan(15);
    }

    private int each(Visitor person, String page, List<String> wrong) {
        int fields = 0;
        HttpResponse<String> shown = person.open(page);
        assertThat(shown.statusCode()).as(page).isEqualTo(200);
        for (Form form : Forms.of(shown.body(), page)) {
            for (String field : form.texts()) {
                fields++;
                HttpResponse<String> refused = person.forge(form.action(), with(form, field, LONG));
                if (refused.statusCode() != 422 || !names(refused.body(), field)) {
                    wrong.add(page + " " + field + ": " + refused.statusCode());
                }
                HttpResponse<String> tooLarge = person.forge(form.action(), with(form, field, TOO_LARGE));
                if (tooLarge.statusCode() != 413 || !tooLarge.body().contains("This is too large")) {
                    wrong.add(page + " " + field + ", a megabyte: " + tooLarge.statusCode());
                }
            }
        }
        return fields;
    }

    private static Map<String, String> with(Form form, String field, String value) {
        Map<String, String> values = new LinkedHashMap<>(form.values());
        values.put(field, value);
        // A button that only fills the form in anew.
        values.remove("fill");
        return values;
    }

    /** The days of a service of which nothing is asked for are not looked at; that nothing is asked for is said. */
    private static boolean names(String page, String field) {
        return (field.endsWith("_days") && page.contains("role=\"alert\"")) || page.contains("id=\"" + field + "-error\"") || page.contains("href=\"#" + field + "\"");
    }
}
