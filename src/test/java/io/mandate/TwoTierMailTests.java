package io.mandate;

import static io.mandate.testing.Lifecycle.AGREEMENT;
import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static io.mandate.testing.TwoTiers.asking;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.acceptance.Correspondence;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.organisation.Move;
import io.mandate.organisation.Moves;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Erased;
import io.mandate.relationship.Erasing;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.revocation.Removals;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import io.mandate.testing.TwoTiers;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is written to, and named as the contact, about what a provider asked on behalf of a partner; and who is not any more. */
@MandateTest
class TwoTierMailTests {

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Correspondence correspondence;
    @Autowired Removals removals;
    @Autowired Moves moves;
    @Autowired Renegotiating renegotiating;
    @Autowired Erasing erasing;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired Permissions permissions;
    @Autowired Consents consents;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();

    @BeforeEach
    void two_tiers() {
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        TwoTiers.join(partners, accounts);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @Test
    void a_former_providers_person_hears_of_no_silence_and_no_expiry_and_gets_no_replies() throws Exception {
        // given
        Request request = sent(DANA, "proseware");
        assertThat(replies()).isEqualTo(DANA.address().value());
        assertThat(correspondence.contact(request).provider()).contains("Adatum Distribution");
        int before = TestMail.to(DANA.address().value()).size();

        // when
        partners.save(TwoTiers.proseware(Optional.empty()));
        life.jobs().pass(Duration.ofDays(10));

        // then
        assertThat(TestMail.to(customer)).hasSizeGreaterThan(1);
        assertThat(replies()).isEqualTo(PIA.address().value());
        assertThat(correspondence.contact(request).person()).isEqualTo(PIA.name());
        assertThat(correspondence.contact(request).provider()).isEmpty();

        // and when
        life.jobs().pass(Duration.ofDays(90));

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
        assertThat(TestMail.to(DANA.address().value())).hasSize(before);
        assertThat(about("/requests/" + request.id(), PIA)).isEqualTo(2);
    }

    @Test
    void a_former_providers_person_hears_of_no_grant_and_no_removal_and_the_customer_is_not_shown_it() {
        // given
        Request request = sent(DANA, "proseware");
        int before = TestMail.to(DANA.address().value()).size();

        // when
        partners.save(TwoTiers.proseware(Optional.of("contoso")));
        life.approve(customer, MAIL);
        life.jobs().runDue();
        removals.removedByCustomer(held(request), "Ada Admin", "");
        life.jobs().runDue();

        // then
        assertThat(consents.find(request.id()).orElseThrow().shown())
                .contains("\"person\":\"Pia Prager\"", PIA.address().value()).doesNotContain("Adatum", "Dana", "dana@");
        assertThat(TestMail.text(customer, "You approved the request of Proseware")).doesNotContain("Adatum", "Dana");
        assertThat(TestMail.to(DANA.address().value())).hasSize(before);
        assertThat(about("/requests/" + request.id(), PIA)).isOne();
        assertThat(about("/customers/" + request.relationshipId(), PIA)).isOne();
        assertThat(about("/customers/" + request.relationshipId(), PAULA)).isZero();
    }

    @Test
    void where_nobody_of_the_partner_is_left_no_person_is_named() {
        Request.Requester dana = DANA.requester("proseware");
        partners.save(new Partner("lonely", "Lonely", LocalDate.of(2020, 1, 1), Set.of()));

        assertThat(correspondence.contact("lonely", dana).person()).isEqualTo("Lonely");
        assertThat(correspondence.contact("lonely", dana).address()).isEmpty();
    }

    @Test
    void the_duty_is_the_partners_own_matter() {
        // given
        Request request = sent(DANA, "proseware");
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // when
        renegotiating.propose(request.relationshipId(), Side.CUSTOMER, "Ada Admin", proposal(RenegotiationKind.RELEASE, ""));
        life.jobs().runDue();

        // then
        String page = "/customers/" + request.relationshipId() + "/duty";
        assertThat(about(page, PIA)).isOne();
        assertThat(about(page, DANA)).isZero();
    }

    @Test
    void so_is_the_duty_that_it_is_to_take_over() {
        // given
        Request request = sent(DANA, "proseware");
        life.approve(customer, MAIL);
        Request contosos = life.sent(PAULA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        life.jobs().runDue();

        // when
        Renegotiation proposed = renegotiating.propose(
                contosos.relationshipId(), Side.CUSTOMER, "Ada Admin", proposal(RenegotiationKind.HAND_OVER, "proseware"));
        renegotiating.confirm(proposed.id(), Side.PARTNER, PAULA.name(), Optional.empty(), "");
        life.jobs().runDue();

        // then
        String page = "/customers/" + request.relationshipId() + "/duty";
        assertThat(about(page, PIA)).isOne();
        assertThat(about(page, DANA)).isZero();
    }

    @Test
    void a_permission_is_moved_to_a_person_who_is_not_erased() {
        // given
        Request old = sent(PIA, "");
        life.approve(customer, MAIL);
        life.jobs().runDue();
        removals.removedByCustomer(held(old), "Ada Admin", "");
        life.jobs().pass(Duration.ofMinutes(1));
        sent(DANA, "proseware");
        life.approve(customer, MAIL);
        life.sent(PAULA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        life.jobs().runDue();
        transaction.executeWithoutResult(all -> erasing.erase(List.of(old.relationshipId()), clock.instant().plusSeconds(1)));
        assertThat(requests.get(old.id()).requester().address()).isEqualTo(Erased.ADDRESS);

        // when
        UUID id = relationships.get(old.relationshipId()).customer().id();
        accounts.add(Account.ofCustomer(id, customer, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        Request moved = moves.move(EmailAddress.of(customer), Consent.Proof.ACCOUNT, permissions.find(id, "infrastructure").orElseThrow(),
                new Move("proseware", 30, "", true, AGREEMENT, Locale.ENGLISH));
        life.jobs().runDue();

        // then
        assertThat(moved.relationshipId()).isEqualTo(old.relationshipId());
        assertThat(moved.requester().address()).isEqualTo(DANA.address());
        assertThat(permissions.find(id, "infrastructure").orElseThrow().holder()).isEqualTo("proseware");
        assertThat(TestMail.to(Erased.ADDRESS.value())).isEmpty();
    }

    private Request sent(PartnerStaff staff, String partner) {
        Request draft = invitations.request(asking(partner, customer, "en", "US"), staff);
        Request request = life.reviewed(draft, staff, SentBy.MANDATE);
        life.jobs().runDue();
        return request;
    }

    private Permission held(Request request) {
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    private Proposal proposal(RenegotiationKind kind, String partner) {
        return new Proposal(Optional.of(kind), Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30)),
                Optional.of(partner), "", "");
    }

    /** Who gets the reply to the newest mail to the customer. */
    private String replies() throws Exception {
        var mails = TestMail.to(customer);
        return ((InternetAddress) mails.get(mails.size() - 1).getReplyTo()[0]).getAddress();
    }

    private static long about(String page, PartnerStaff person) {
        return TestMail.to(person.address().value()).stream().filter(mail -> TestMail.text(mail).contains(page)).count();
    }
}
