package io.mandate.organisation.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Erasing;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.testing.People;
import io.mandate.testing.TwoTiers;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contoso holds the permission for Mail; Adatum asked on behalf of Proseware for infrastructure. Either of the two may be the
 * support contact.
 */
class ProviderContactTests extends ShortenPageTest {

    private static final String PROVIDER = "provider of proseware";

    @Autowired Invitations invitations;
    @Autowired Partners partners;
    @Autowired Requests requests;
    @Autowired Erasing erasing;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;

    private Request behalf;

    @BeforeEach
    void asked_on_behalf() {
        TwoTiers.join(partners, accounts);
        behalf = life.reviewed(invitations.request(new NewInvitation("proseware", "Northwind Traders", address, "en", "US",
                "global", "", List.of(INFRASTRUCTURE), false), DANA), DANA, SentBy.MANDATE);
        life.jobs().runDue();
        assertThat(words(ada.open(home))).contains("Asked on its behalf by Adatum Distribution");
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        page = home + "/services/mail/contact";
    }

    @Test
    void the_customer_reads_how_to_reach_both() {
        assertThat(words(ada.open(home))).contains("Proseware", "Pia Prager pia@proseware.example",
                "Works through Adatum Distribution : Dana Dahl , dana@adatum.example");
        assertThat(words(ada.open(page))).contains("Proseware", "Adatum Distribution, through which Proseware works");
    }

    @Test
    void the_provider_is_chosen_and_each_partner_reads_it_in_its_own_words() {
        // when
        assertThat(choose(PROVIDER).statusCode()).isEqualTo(302);

        // then
        assertThat(row("Mail", "Collaboration")).contains("Adatum Distribution Dana Dahl , dana@adatum.example your choice");
        assertThat(ada.open(page).body()).containsPattern("value=\"provider of proseware\"[^>]*checked");
        assertThat(words(ada.open(home + "/history")))
                .contains("Ada Admin chose this partner’s indirect provider as the support contact for Mail");
        Visitor pia = Visitor.signedIn(port, PIA.address().value());
        assertThat(words(pia.open("/requests/" + behalf.id()))).contains("Ada Admin chose the indirect provider as the support contact for Mail");
        assertThat(words(pia.open("/customers/" + behalf.relationshipId())))
                .contains("For support, the customer calls your indirect provider", "For support, the customer calls you");
        Visitor paula = Visitor.signedIn(port, People.PAULA.address().value());
        assertThat(words(paula.open("/customers/" + request.relationshipId())))
                .contains("For support, the customer calls somebody else").doesNotContain("Adatum", "Proseware", "indirect provider");

        // and when
        assertThat(choose("proseware").statusCode()).isEqualTo(302);

        // then
        assertThat(row("Mail", "Collaboration")).contains("Proseware Pia Prager , pia@proseware.example your choice");
        assertThat(words(ada.open(home + "/history"))).contains("ended the choice of this partner’s indirect provider");
    }

    @Test
    void where_the_provider_is_none_any_more_the_partner_itself_is_called() {
        // given
        choose(PROVIDER);

        // when
        partners.save(TwoTiers.proseware(Optional.empty()));

        // then
        assertThat(row("Mail", "Collaboration")).contains("Proseware Pia Prager").doesNotContain("Adatum");
        assertThat(choose(PROVIDER).statusCode()).isEqualTo(422);
    }

    @Test
    void by_what_the_customer_knows_the_provider_that_it_chose_stays_until_it_chooses_another() {
        // given
        choose(PROVIDER);
        removals.removedByCustomer(permissions.find(customer, "infrastructure").orElseThrow(), "Ada Admin", "");
        life.jobs().pass(Duration.ofHours(1));
        life.sent(PIA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        Visitor pia = Visitor.signedIn(port, PIA.address().value());

        // when
        erase(behalf);

        // then
        assertThat(requests.get(behalf.id()).times().erasedAt()).isEmpty();
        assertThat(row("Mail", "Collaboration")).contains("Adatum Distribution Dana Dahl , dana@adatum.example your choice");
        assertThat(words(pia.open("/customers/" + behalf.relationshipId()))).contains("the customer calls your indirect provider");

        // and when
        choose("proseware");
        erase(behalf);

        // then
        assertThat(requests.get(behalf.id()).times().erasedAt()).isPresent();
        assertThat(choose(PROVIDER).statusCode()).isEqualTo(422);

        // and where it was chosen at the very moment at which it was erased, all read the same
        jdbc.sql("update support_contact set provider = 'adatum' where customer_id = :id").param("id", customer).update();
        assertThat(row("Mail", "Collaboration")).contains("Proseware Pia Prager").doesNotContain("Adatum");
        assertThat(words(pia.open("/customers/" + behalf.relationshipId())))
                .contains("For support, the customer calls you").doesNotContain("calls your indirect provider");
    }

    @Test
    void a_provider_that_never_asked_is_not_to_be_chosen() {
        assertThat(choose("provider of contoso").statusCode()).isEqualTo(422);
        assertThat(choose("adatum").statusCode()).isEqualTo(422);
    }

    /** What is over by now. */
    private void erase(Request one) {
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> erasing.erase(List.of(one.relationshipId()), clock.instant()));
    }

    private HttpResponse<String> choose(String who) {
        return ada.submit(page, page, Map.of("partner", who));
    }

    private String row(String from, String to) {
        String all = words(ada.open(home));
        String services = all.substring(all.indexOf("Services"));
        return services.substring(services.indexOf(from), services.indexOf(to));
    }
}
