package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RevocationReason;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.LossRecord;
import io.mandate.testing.OwnPages;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The customer moves a permission while something else happens to it, on PostgreSQL, by the customer's own pages. */
@ServiceTest
@Import({Lifecycle.class, LossRecord.class})
@TestPropertySource(properties = "mandate.test.database=postgresql")
class MoveRaceTests extends ToldServiceTest {

    private static final int ROUNDS = 8;
    private static final PartnerStaff TIM =
            new PartnerStaff("tailspin", EmailAddress.of("tim@tailspin.example"), "Tim Tailor", Locale.ENGLISH);

    @Autowired Lifecycle life;
    @Autowired LossRecord record;
    @Autowired Relationships relationships;
    @LocalServerPort int port;

    private final String address = Lifecycle.newAddress();
    private Request request;
    private Request fionas;
    private UUID customer;
    private OwnPages ada;

    @BeforeEach
    void paula_holds_the_permission_and_two_others_are_known(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        partners.save(new Partner("tailspin", "Tailspin Toys", LocalDate.of(2020, 1, 1), Set.of(new Partner.Market("global", "US"))));
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        fionas = accepted(FIONA);
        accepted(TIM);
        customer = relationships.get(request.relationshipId()).customer().id();
        ada = new OwnPages(port, accounts, customer, address);
    }

    @RepeatedTest(ROUNDS)
    void two_moves_to_different_partners() throws Exception {
        // when
        List<String> answers = AtOnce.answers(ada.move("mail", "fabrikam"), ada.move("mail", "tailspin"));

        // then
        assertThat(answers).containsExactlyInAnyOrder("done", "changed");
        assertThat(record.holder(customer, "mail")).contains(answers.get(0).equals("done") ? "fabrikam" : "tailspin");
        assertThat(record.reasons(request.relationshipId())).containsExactly(RevocationReason.REASSIGNED);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void one_move_submitted_twice() throws Exception {
        // given
        Callable<String> move = ada.move("mail", "fabrikam");

        // when
        List<String> answers = AtOnce.answers(move, move);

        // then
        assertThat(answers).containsExactlyInAnyOrder("done", "changed");
        assertThat(record.holder(customer, "mail")).contains("fabrikam");
        assertThat(record.reasons(request.relationshipId())).containsExactly(RevocationReason.REASSIGNED);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void a_move_and_a_removal() throws Exception {
        // when
        List<String> answers = AtOnce.answers(ada.move("mail", "fabrikam"), ada.removal("mail"));

        // then
        assertThat(answers).containsExactlyInAnyOrder("done", "changed");
        boolean moved = answers.get(0).equals("done");
        assertThat(record.holder(customer, "mail").isPresent()).isEqualTo(moved);
        assertThat(record.reasons(request.relationshipId())).containsExactly(
                moved ? RevocationReason.REASSIGNED : RevocationReason.REMOVED_BY_CUSTOMER);
        record.agrees(customer, address, SERVICE, 0);
    }

    @RepeatedTest(ROUNDS)
    void two_moves_in_opposite_directions() throws Exception {
        // given
        life.sent(FIONA, address, INFRASTRUCTURE);
        life.approve(address, INFRASTRUCTURE);
        life.jobs().runDue();

        // when
        List<String> answers = AtOnce.answers(ada.move("mail", "fabrikam"), ada.move("infrastructure", "contoso"));

        // then
        assertThat(answers).containsExactly("done", "done");
        assertThat(record.holder(customer, "mail")).contains("fabrikam");
        assertThat(record.holder(customer, "infrastructure")).contains("contoso");
        assertThat(record.reasons(fionas.relationshipId())).containsExactly(RevocationReason.REASSIGNED);
        record.agrees(customer, address, SERVICE, 0);
    }

    private Request accepted(PartnerStaff staff) {
        Request alone = life.sent(staff, address);
        life.approve(address);
        life.jobs().runDue();
        return alone;
    }
}
