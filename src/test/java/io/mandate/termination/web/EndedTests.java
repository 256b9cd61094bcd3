package io.mandate.termination.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bounce.BouncedMails;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What both sides see of a relationship that has ended. */
class EndedTests extends EndPageTest {

    @BeforeEach
    void it_has_ended() {
        ask(paula, paulas, "We close.");
        act(ada, adas, "confirm");
        life.jobs().runDue();
    }

    @Test
    void the_partner_still_reads_everything() {
        assertThat(words(paula.open(customers))).contains("Ended", "This relationship ended on", "Support duty ended",
                "Yours ended with the relationship on", "Accepted by Ada Admin").doesNotContain("End the relationship");
        assertThat(words(paula.open("/requests/" + request.id()))).contains(
                "Paula Pérez asked to end the relationship; it ends on", "The permission for Mail ended with the relationship",
                "The relationship ended, confirmed by Ada Admin", "Report of the end to " + address);
        assertThat(words(paula.open(paulas))).contains("Held until then Mail not checked, this service cannot be asked",
                "Contoso Cloud can begin anew with a request");
    }

    @Test
    void the_partner_sees_that_a_report_came_back_which_changes_nothing(@Autowired AutowireCapableBeanFactory beans) {
        // given
        int told = TestMail.to(PAULA.address().value()).size();

        // when
        beans.createBean(BouncedMails.class).comesBack(address);

        // then
        assertThat(words(paula.open("/requests/" + request.id()))).contains("Report of the end to " + address + ": came back",
                "A mail server reports on “Report of the end” to " + address + ": could not be delivered", BouncedMails.WORDS);
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(TestMail.to(PAULA.address().value())).hasSize(told);
    }

    @Test
    void the_partner_finds_it_among_the_ended() {
        String domain = address.substring(4);

        assertThat(words(paula.open("/customers?status=ENDED&q=" + domain))).contains("Northwind Traders", domain);
        assertThat(words(paula.open("/customers?status=IN_FORCE&q=" + domain))).contains("Nothing found");
        assertThat(paula.open("/customers?status=ENDED&sort=status").statusCode()).isEqualTo(200);
        assertThat(words(paula.open("/customers?sort=-status&q=" + domain))).contains(domain);
    }

    @Test
    void the_customer_sees_it_apart_and_still_reads_everything() {
        assertThat(words(ada.open(organisation))).contains("Former partners", "How it ended",
                "No relationship with a partner is in force").doesNotContain("End the relationship", "mailto:paula");
        assertThat(words(ada.open(organisation + "/history"))).contains("Paula Pérez asked to end the relationship",
                "The permission for Mail ended with the relationship", "The relationship ended, confirmed by Ada Admin",
                "approved the request");
    }

    @Test
    void support_is_another_partners_who_is_on_duty() {
        life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);

        assertThat(words(ada.open(organisation))).contains("Mail nobody – – Fabrikam Managed Services Fiona Fischer");
    }

    @Test
    void asking_again_begins_anew() {
        assertThat(Visitor.location(paula.open(customers + "/restore"))).startsWith("/requests/new");

        life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);

        assertThat(words(paula.open(customers))).contains("In force", "End the relationship")
                .doesNotContain("This relationship ended on");
        assertThat(words(ada.open(organisation))).doesNotContain("Former partners");
        assertThat(words(paula.open(paulas))).contains("Ask for the end");
    }
}
