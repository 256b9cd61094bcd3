package io.mandate.customers.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What process owners and auditors read of a relationship, of service requests and of terms; and that they only read. */
@ServiceTest
@Import(Lifecycle.class)
class RelationshipPageTests {

    private static final String AUDREY = "audrey@mandate.example";

    @Autowired Lifecycle life;
    @Autowired ServiceRequests serviceRequests;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request contosos;
    private Request fabrikams;
    private ServiceRequest help;

    @BeforeEach
    void one_customer_of_two_partners(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        accounts.add(Account.ofAuditor(AUDREY, "Audrey Adler", "{noop}" + People.PASSWORD, "en"));
        contosos = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        fabrikams = life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();
        help = serviceRequests.open(UUID.randomUUID(), contosos.relationshipId(), new NewServiceRequest(
                Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Mail is slow", "It takes minutes."), PAULA);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDREY, People.OLIVIA})
    void a_relationship_is_read_with_everybody_s_names(String reader) {
        Visitor visitor = Visitor.signedIn(port, reader);

        String list = visitor.open("/overview?q=" + address.substring(address.indexOf('@') + 1)).body();
        String page = visitor.open("/overview/relationships/" + contosos.relationshipId()).body();

        assertThat(list).contains("/overview/relationships/" + contosos.relationshipId(), "/overview/relationships/" + fabrikams.relationshipId());
        assertThat(page).contains("Northwind Traders and Contoso Cloud", "Fabrikam Managed Services", "Mail administrator", "Ada Admin", address,
                        "Mail is slow", "/support/" + help.id(), "/requests/" + contosos.id(), "/overview/relationships/" + fabrikams.relationshipId())
                .doesNotContain("another partner", "/restore", "/requests/new", "Ask again");
        assertThat(visitor.open("/requests/" + contosos.id()).body())
                .contains("/overview/relationships/" + contosos.relationshipId()).doesNotContain("/withdraw");
        assertThat(visitor.open("/overview/relationships/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDREY, People.OLIVIA})
    void a_service_request_is_read_and_not_worked_on(String reader) {
        Visitor visitor = Visitor.signedIn(port, reader);
        String page = "/support/" + help.id();

        assertThat(visitor.open("/support").statusCode()).isEqualTo(200);
        assertThat(visitor.open(page).body()).contains("It takes minutes.", "Contoso Cloud").doesNotContain("name=\"say\"");
        assertThat(visitor.submit(page, page, Map.of("say", "solve", "text", "Done")).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, People.SAM).open(page).body()).contains("name=\"say\"");
    }

    @Test
    void the_terms_of_every_partner_are_read() {
        Visitor audrey = Visitor.signedIn(port, AUDREY);

        assertThat(audrey.open("/terms?partner=contoso").body()).contains("/overview/relationships/", "Fabrikam Managed Services</option>")
                .doesNotContain("/restore", "/customers/");
        assertThat(audrey.open("/terms").statusCode()).isEqualTo(200);
        assertThat(audrey.open("/terms?partner=nobody").statusCode()).isEqualTo(404);
    }
}
