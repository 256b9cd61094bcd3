package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.SupportContacts;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer chooses whom to call about a service. Contoso holds the permission for Mail; Fabrikam has a relationship, too. */
class ContactPageTests extends ShortenPageTest {

    private static final String DEFAULT = "the default";

    @Autowired SupportContacts contacts;
    @Autowired Timeline timeline;
    @Autowired JdbcClient jdbc;

    private Request fabrikam;

    @BeforeEach
    void two_partners() {
        fabrikam = life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        page = home + "/services/mail/contact";
    }

    @Test
    void another_partner_with_a_relationship_is_chosen_and_the_default_again() {
        // given
        assertThat(words(ada.open(page))).contains("Support contact for Mail",
                "Contoso Cloud Paula Pérez , paula@contoso.example",
                "Whoever may administer the service", "Fabrikam Managed Services");
        assertThat(mailOf(ada.open(home))).contains("Contoso Cloud Paula Pérez , paula@contoso.example Change");

        // when
        assertThat(Visitor.location(choose("fabrikam"))).isEqualTo(home);
        assertThat(choose("fabrikam").statusCode()).isEqualTo(302);

        // then
        HttpResponse<String> shown = ada.open(home);
        assertThat(words(shown)).contains("The support contact for Mail was chosen");
        assertThat(mailOf(shown))
                .contains("Fabrikam Managed Services Fiona Fischer , fiona@fabrikam.example your choice · Change");
        assertThat(held().holder()).isEqualTo("contoso");
        assertThat(words(ada.open(home + "/history")))
                .contains("Ada Admin chose this partner as the support contact for Mail");
        Visitor fiona = Visitor.signedIn(port, FIONA.address().value());
        assertThat(words(fiona.open("/requests/" + fabrikam.id())))
                .contains("Ada Admin chose you as the support contact for Mail");
        assertThat(timeline.ofRelationship(fabrikam.relationshipId()))
                .filteredOn(entry -> entry.event() == TimelineEvent.SUPPORT_CONTACT_CHOSEN).hasSize(1);

        // and when
        assertThat(choose(DEFAULT).statusCode()).isEqualTo(302);

        // then
        assertThat(mailOf(ada.open(home))).contains("Contoso Cloud Paula Pérez");
        assertThat(contacts.of(customer)).isEmpty();
        assertThat(words(ada.open(home + "/history"))).contains("Ada Admin ended the choice of this partner");
    }

    @Test
    void the_choice_stays_when_the_permission_goes_and_falls_back_when_the_relationship_is_no_longer_in_force() {
        // given
        choose("contoso");
        removals.removedByCustomer(held(), "Ada Admin", "");

        // then
        assertThat(mailOf(ada.open(home))).contains("Contoso Cloud Paula Pérez");

        // and when
        jdbc.sql("update relationship set status = :status where id = :id")
                .param("status", RelationshipStatus.EXPIRED.name()).param("id", request.relationshipId()).update();

        // then
        assertThat(mailOf(ada.open(home))).contains("Fabrikam Managed Services Fiona Fischer");
        assertThat(choose("contoso").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "contoso ", "${7*7}"})
    void who_is_no_partner_in_force_cannot_be_chosen(String partner) {
        HttpResponse<String> answer = choose(partner);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("Please choose a partner from the list");
        assertThat(contacts.of(customer)).isEmpty();
    }

    @Test
    void it_is_closed_to_partners_to_other_customers_and_for_unknown_services() {
        // given
        String other = Lifecycle.newAddress();
        Request elsewhere = life.sent(PAULA, other, INFRASTRUCTURE);
        life.approve(other, INFRASTRUCTURE);
        String theirs = page.replace(customer.toString(),
                relationships.get(elsewhere.relationshipId()).customer().id().toString());

        // then
        assertThat(ada.open(theirs).statusCode()).isEqualTo(404);
        assertThat(ada.submit(page, theirs, Map.of("partner", "contoso")).statusCode()).isEqualTo(404);
        assertThat(ada.open(page.replace("mail", "calendar")).statusCode()).isEqualTo(404);
        assertThat(ada.submit(page, page.replace("mail", "calendar"), Map.of("partner", "contoso")).statusCode())
               .isEqualTo(404);
        assertThat(ada.forge(page, Map.of("partner", "fabrikam")).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, PAULA.address().value()).open(page).statusCode()).isEqualTo(403);
        assertThat(contacts.of(customer)).isEmpty();
    }

    private HttpResponse<String> choose(String partner) {
        return ada.submit(page, page, Map.of("partner", partner));
    }

    /** The row of Mail. */
    private static String mailOf(HttpResponse<String> shown) {
        String all = words(shown);
        return all.substring(all.indexOf("Services"), all.indexOf(" Collaboration "));
    }
}
