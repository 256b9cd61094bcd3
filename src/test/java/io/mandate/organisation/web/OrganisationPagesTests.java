package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** What administrators see of their organisation and do about it, in the running service. */
@ServiceTest
@Import(Lifecycle.class)
class OrganisationPagesTests {

    @Autowired Lifecycle life;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Removals removals;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private final String domain = address.substring(address.indexOf('@') + 1);
    private Request request;
    private UUID customer;
    private String home;
    private Visitor ada;

    @BeforeEach
    void ada_gave_a_permission(@Autowired Partners partners) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        home = "/organisation/" + customer;
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        ada = Visitor.signedIn(port, address);
    }

    @Test
    void they_see_who_may_do_what_what_waits_and_whom_to_call() {
        // given
        life.sent(FIONA, address, INFRASTRUCTURE);
        life.draft(FIONA, address, MAIL);

        // when
        String page = words(ada.open(home));

        // then
        assertThat(page).contains("Northwind Traders", domain, "Mail Contoso Cloud Mail administrator", "Infrastructure nobody",
                "Paula Pérez", "Waiting for your answer", "Fabrikam Managed Services Infrastructure", "Read and answer",
                "Ada Admin", "In force");
        assertThat(ada.open(home).body()).contains("/answer/");
        assertThat(words(ada.speaking(Locale.GERMAN).open(home))).contains("Darf verwaltet werden von", "In Kraft");
    }

    @Test
    void the_history_tells_what_concerns_them_and_nothing_of_a_partners_drafts() {
        // given
        life.draft(FIONA, address, INFRASTRUCTURE);

        // then
        assertThat(words(ada.open(home + "/history?page=abc"))).contains(
                "The request was sent to " + address, "Ada Admin (" + address + ") approved the request Mail",
                "Ada Admin, " + address + " became an administrator").doesNotContain("Fabrikam", "wrote the request");
    }

    @Test
    void it_is_closed_to_partners_and_to_other_customers() {
        // given
        String other = Lifecycle.newAddress();
        Request elsewhere = life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        UUID theirs = relationships.get(elsewhere.relationshipId()).customer().id();

        // then
        for (String path : List.of("", "/history", "/services/mail/remove")) {
            assertThat(ada.open("/organisation/" + theirs + path).statusCode()).isEqualTo(404);
            assertThat(Visitor.signedIn(port, PAULA.address().value()).open(home + path).statusCode()).isEqualTo(403);
        }
        assertThat(ada.submit(home, "/organisation/" + theirs + "/services/mail/remove", Map.of()).statusCode()).isEqualTo(404);
        assertThat(ada.submit(home, "/organisation/" + theirs + "/administrators", Map.of("name", "x", "address", address))
                .statusCode()).isEqualTo(404);
    }

    @Nested
    class Removing_a_permission {

        @Test
        void ends_it_at_once_with_a_reason_that_both_sides_read() {
            // given
            String shown = shown();

            // when
            HttpResponse<String> removed = remove(shown, "We do it ourselves. <b>${7*7}</b>");

            // then
            assertThat(Visitor.location(removed)).isEqualTo(home);
            assertThat(permissions.heldAt(customer, clock.instant())).isEmpty();
            assertThat(words(ada.open(home))).contains("The permission for Mail was removed", "In force, without permission");
            life.jobs().runDue();
            assertThat(TestMail.text("paula@contoso.example", "your permission has ended")).contains("${7*7}");
            assertThat(words(ada.open(home + "/history"))).contains("Ada Admin removed the permission for Mail");
        }

        @Test
        void removes_nothing_that_changed_since_it_was_shown_and_keeps_the_typing() {
            // given
            String shown = shown();
            Permission held = permissions.heldAt(customer, clock.instant()).get(0);
            removals.givenUp(held, "Paula Pérez", "");
            life.sent(FIONA, address, MAIL);
            life.approve(address, MAIL);

            // when
            HttpResponse<String> answer = remove(shown, "Because.");

            // then
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(words(answer)).contains("changed since this page was opened", "Fabrikam Managed Services", "Because.");
            assertThat(permissions.heldAt(customer, clock.instant())).hasSize(1);

            // and when it is looked at again
            String again = shown();
            assertThat(remove(again, "Because.").statusCode()).isEqualTo(302);
            // Clicked twice: the second finds it done.
            assertThat(remove(again, "Because.").statusCode()).isEqualTo(302);
            assertThat(permissions.heldAt(customer, clock.instant())).isEmpty();
            assertThat(words(ada.open(home + "/services/mail/remove"))).contains("Nobody holds the permission");
        }

        @Test
        void refuses_too_long_a_reason_and_forms_of_other_sites() {
            HttpResponse<String> answer = remove(shown(), "x".repeat(1001));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer)).contains("At most 1,000 characters, please; these are 1,001", "x".repeat(1001));
            assertThat(ada.forge(home + "/services/mail/remove", Map.of("shown", shown())).statusCode()).isEqualTo(403);
            assertThat(ada.open(home + "/services/no-such-service/remove").statusCode()).isEqualTo(200);
            assertThat(permissions.heldAt(customer, clock.instant())).hasSize(1);
        }
    }

    @Nested
    class An_administrator {

        @Test
        void names_another_who_hears_of_it_and_may_be_removed_again_but_never_the_last() {
            // given
            String ben = "ben@" + domain;

            // when
            assertThat(name("Ben Boss", ben).statusCode()).isEqualTo(302);

            // then
            assertThat(words(ada.open(home))).contains("told by mail", "Ben Boss", ben);
            assertThat(TestMail.text(ben, "You are an administrator")).contains("Ada Admin named you");

            // and when
            ada.submit(home, home + "/administrators/remove", Map.of("address", ben));

            // then
            assertThat(words(ada.open(home))).contains("The administrator was removed").doesNotContain("Ben Boss");
            ada.submit(home, home + "/administrators/remove", Map.of("address", address));
            assertThat(words(ada.open(home))).contains("The last administrator cannot be removed");
        }

        @Test
        void names_nobody_with_wrong_input_and_keeps_the_typing() {
            refused("", "ben@" + domain, "Please enter a name");
            refused("Ben", "ben", "This is not an e-mail address");
            refused("Ben", "ben@elsewhere.example", "Please name an address at " + domain);
            refused("Ada", address, "an administrator already");
            TestMail.refuse("nobody@" + domain);
            refused("No Body", "nobody@" + domain, "there seems to be no such address");
            TestMail.failFor("later@" + domain);
            refused("La Ter", "later@" + domain, "could not be sent at the moment");
            assertThat(words(ada.open(home))).doesNotContain("nobody@", "later@");
        }

        private void refused(String name, String typed, String why) {
            HttpResponse<String> answer = name(name, typed);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(words(answer)).contains(why);
            assertThat(answer.body()).contains("value=\"" + typed + "\"");
        }

        private HttpResponse<String> name(String name, String typed) {
            return ada.submit(home, home + "/administrators", Map.of("name", name, "address", typed));
        }
    }

    private HttpResponse<String> remove(String shown, String note) {
        return ada.submit(home, home + "/services/mail/remove", Map.of("shown", shown, "note", note));
    }

    private String shown() {
        Matcher field = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"").matcher(ada.open(home + "/services/mail/remove").body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String words(HttpResponse<String> answer) {
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }
}
