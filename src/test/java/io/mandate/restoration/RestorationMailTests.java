package io.mandate.restoration;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.SentBy;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the customer reads when a partner asks again. */
class RestorationMailTests extends RestorationTest {

    private static final AskedPermission LESS = new AskedPermission("mail", List.of("mail-reader"), 30);

    @Test
    void it_says_what_was_and_what_is_asked_for_now() {
        // when
        sent(LESS, INFRASTRUCTURE);

        // then
        assertThat(text("asks again"))
                .contains("Mail: Mail settings reader; for 30 days. Before: Mail administrator, Mail settings reader; your organisation removed it on")
                .contains("Infrastructure: Infrastructure operator; for 90 days. New: this was not held before.");
    }

    @Test
    void a_permission_that_is_held_is_renewed() {
        // given
        sent(LESS);
        life.approve(customer, LESS);
        life.jobs().pass(Duration.ofDays(20));

        // when
        sent(MAIL);

        // then
        assertThat(text("asks you to renew")).contains("Today: Mail settings reader, until");
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));
        assertThat(held()).extracting(Permission::roles).containsExactly(MAIL.roles());
    }

    @Test
    void a_term_that_ran_out_is_told_as_such() {
        // given
        sent(LESS);
        life.approve(customer, LESS);
        life.jobs().pass(Duration.ofDays(31));

        // when
        assertThat(restorables.of(relationship, PAULA).lost()).containsExactly(LESS);
        sent(LESS);

        // then
        assertThat(text("asks again")).contains("Before: Mail settings reader; its term ended on");
    }

    @Test
    void it_has_the_partners_own_words_in_the_customers_language() {
        // when
        restorations.ask(relationship,
                new NewRestoration(customer, "de", "Bitte <schnell>, ${1+1}", List.of(MAIL), SentBy.MANDATE), PAULA);
        life.jobs().runDue();

        // then
        assertThat(text("erneut")).contains("Paula Pérez schreibt Ihnen dazu:", "> Bitte <schnell>, ${1+1}",
                "Ihre Organisation hat es am");
    }

    private String text(String subject) {
        return TestMail.text(customer, subject).replaceAll("\\s+", " ");
    }
}
