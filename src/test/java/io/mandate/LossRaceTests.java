package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.RevocationReason;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.LossRecord;
import io.mandate.testing.OwnPages;
import io.mandate.testing.People;
import io.mandate.testing.RemovalReport;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A permission is lost in two ways at the same moment, on PostgreSQL, each by the page or address that people and services
 * use: one wins, the other is told so in plain words, and everything agrees afterwards.
 */
@ServiceTest
@Import({Lifecycle.class, LossRecord.class})
@TestPropertySource(properties = "mandate.test.database=postgresql")
class LossRaceTests extends ToldServiceTest {

    private static final int ROUNDS = 8;

    @Autowired Lifecycle life;
    @Autowired LossRecord record;
    @Autowired Requests requests;
    @Autowired Relationships relationships;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request request;
    private UUID customer;
    private OwnPages ada;

    @BeforeEach
    void paula_holds_the_permission(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        customer = relationships.get(request.relationshipId()).customer().id();
        ada = new OwnPages(port, accounts, customer, address);
    }

    @RepeatedTest(ROUNDS)
    void a_takeover_and_a_removal() throws Exception {
        // given
        Request second = life.sent(FIONA, address, MAIL);
        String token = life.proven(address);

        // when
        List<String> answers = AtOnce.answers(
                ada.removal("mail"), () -> approval(token, "contoso"));

        // then
        boolean removed = answers.get(0).equals("done");
        assertThat(answers.get(1)).isEqualTo(removed ? "changed" : "done");
        assertThat(record.holder(customer, "mail")).isEqualTo(removed ? Optional.empty() : Optional.of("fabrikam"));
        assertThat(record.reasons(request.relationshipId())).containsExactly(
                removed ? RevocationReason.REMOVED_BY_CUSTOMER : RevocationReason.REASSIGNED);
        assertThat(requests.get(second.id()).status()).isEqualTo(removed ? RequestStatus.WAITING : RequestStatus.APPROVED);
        record.agrees(customer, address, SERVICE, removed ? 1 : 0);

        // and where the removal won, the customer can still decide, now knowing that nobody holds it
        if (removed) {
            assertThat(approval(token, "")).isEqualTo("done");
            record.agrees(customer, address, SERVICE, 0);
        }
    }

    @RepeatedTest(ROUNDS)
    void a_removal_and_the_partner_giving_up() throws Exception {
        // given
        Callable<String> givingUp = OwnPages.givingUp(port, PAULA.address().value(), request.relationshipId(), "mail");

        // when
        List<String> answers = AtOnce.answers(ada.removal("mail"), givingUp);

        // then
        assertThat(answers).containsExactlyInAnyOrder("done", "changed");
        assertThat(record.reasons(request.relationshipId())).containsExactly(answers.get(0).equals("done")
                ? RevocationReason.REMOVED_BY_CUSTOMER : RevocationReason.GIVEN_UP);
        assertThat(record.holder(customer, "mail")).isEmpty();
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void a_removal_and_a_report_of_the_service() throws Exception {
        // given
        SERVICE.set(customer.toString(), "contoso", Set.of());
        String report = RemovalReport.json(UUID.randomUUID(), customer, "mail", "contoso", "removed");

        // when
        List<String> answers = AtOnce.answers(ada.removal("mail"), () -> RemovalReport.send(port, report).body());

        // then
        boolean removed = answers.get(0).equals("done");
        assertThat(answers.get(1)).contains(removed ? "not-held" : "\"removed\"");
        assertThat(record.reasons(request.relationshipId())).containsExactly(
                removed ? RevocationReason.REMOVED_BY_CUSTOMER : RevocationReason.REMOVED_AT_SERVICE);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void one_removal_submitted_twice() throws Exception {
        // given
        Callable<String> removal = ada.removal("mail");

        // when
        List<String> answers = AtOnce.answers(removal, removal);

        // then
        assertThat(answers).containsExactly("done", "done");
        assertThat(record.reasons(request.relationshipId())).containsExactly(RevocationReason.REMOVED_BY_CUSTOMER);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void the_last_two_permissions_are_removed() throws Exception {
        // given
        life.sent(PAULA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();

        // when
        List<String> answers = AtOnce.answers(ada.removal("mail"), ada.removal("infrastructure"));

        // then
        assertThat(answers).containsExactly("done", "done");
        assertThat(record.reasons(request.relationshipId())).hasSize(2);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void the_last_permission_is_removed_while_another_is_granted() throws Exception {
        // given
        life.sent(PAULA, address, INFRASTRUCTURE);
        String token = life.proven(address);

        // when
        List<String> answers = AtOnce.answers(ada.removal("mail"), () -> {
            life.approve(token, address, List.of(new Choice(INFRASTRUCTURE, "")));
            return "done";
        });

        // then
        assertThat(answers).containsExactly("done", "done");
        assertThat(record.holder(customer, "infrastructure")).contains("contoso");
        record.agrees(customer, address, SERVICE, 0);
    }

    private String approval(String token, String shown) {
        try {
            life.approve(token, address, List.of(new Choice(MAIL, shown)));
            return "done";
        } catch (HolderChangedException other) {
            return "changed";
        }
    }
}
