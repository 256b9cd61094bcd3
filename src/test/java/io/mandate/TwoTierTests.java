package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static io.mandate.testing.TwoTiers.WIM;
import static io.mandate.testing.TwoTiers.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.Consents;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.Side;
import io.mandate.revocation.Removals;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.TwoTiers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Dana of Adatum, an indirect provider, asks on behalf of Proseware; Wim's Wingtip works through Adatum, too. */
@MandateTest
class TwoTierTests {

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Removals removals;
    @Autowired Terminating terminating;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired Permissions permissions;
    @Autowired Consents consents;
    @Autowired Clock clock;

    private final String customer = Lifecycle.newAddress();

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @BeforeEach
    void two_tiers() {
        TestMail.acceptAll();
        TwoTiers.join(partners, accounts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | Adatum Distribution on behalf of Proseware asks for permission | What you approve is given to Proseware alone",
        "es | Adatum Distribution en nombre de Proseware | Lo que apruebe se concede únicamente a Proseware",
        "de | Adatum Distribution im Namen von Proseware bittet um | Was Sie genehmigen, erhält allein Proseware"})
    void the_draft_names_both(String language, String subject, String sentence) {
        Request draft = invitations.request(asking("proseware", customer, language, "US"), DANA);

        assertThat(draft.subject()).contains(subject);
        assertThat(draft.text()).contains(subject.substring(0, subject.indexOf("Proseware") + 9)).contains(sentence)
                .contains("Dana Dahl", "dana@adatum.example");
        assertThat(draft.requester().provider()).contains("adatum");
        assertThat(relationships.get(draft.relationshipId()).partnerId()).isEqualTo("proseware");
    }

    @Test
    void the_permission_belongs_to_the_partner_and_both_hear_of_it() throws Exception {
        // given
        Request request = sent(DANA, "proseware");
        var mail = TestMail.to(customer).get(0);
        assertThat(mail.getFrom()[0].toString()).contains("Dana Dahl, Adatum Distribution via Mandate");
        assertThat(TestMail.text(mail)).contains("Adatum Distribution on behalf of Proseware");

        // when
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // then
        assertThat(held(request)).singleElement().extracting(Permission::holder).isEqualTo("proseware");
        assertThat(consents.find(request.id()).orElseThrow().shown())
                .contains("\"partner\":\"Proseware\"", "\"askedOnItsBehalfBy\":\"Adatum Distribution\"", "\"person\":\"Dana Dahl\"");
        assertThat(TestMail.text(customer, "code")).contains("Adatum Distribution on behalf of Proseware");
        assertThat(TestMail.text(customer, "You approved the request of Adatum Distribution on behalf of Proseware"))
                .contains("Proseware may now administer");
        assertThat(toldOf(DANA, request)).isOne();
        assertThat(toldOf(PIA, request)).isOne();
        assertThat(toldOf(WIM, request)).isZero();

        // and when
        removals.removedByCustomer(held(request).get(0), "Ada Admin", "");
        life.jobs().runDue();

        // then
        assertThat(TestMail.text(DANA.address().value(), "your permission has ended")).contains("/customers/" + request.relationshipId());
        assertThat(TestMail.text(PIA.address().value(), "your permission has ended")).contains("/customers/" + request.relationshipId());
    }

    @Test
    void both_hear_of_a_decline() {
        // when
        Request declined = sent(DANA, "proseware");
        life.decline(customer, "Not now");
        life.jobs().runDue();

        // then
        assertThat(toldOf(DANA, declined)).isOne();
        assertThat(toldOf(PIA, declined)).isOne();
        assertThat(TestMail.text(customer, "You declined the request of Adatum Distribution on behalf of Proseware")).isNotEmpty();
    }

    @Test
    void both_hear_of_silence_and_of_the_expiry() {
        // given
        Request request = sent(DANA, "proseware");

        // when
        life.jobs().pass(Duration.ofDays(100));

        // then the nudge and the report of the expiry, each with its page
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.EXPIRED);
        assertThat(toldOf(DANA, request)).isEqualTo(2);
        assertThat(toldOf(PIA, request)).isEqualTo(2);
    }

    @Test
    void the_end_of_the_relationship_is_the_partners_own_matter() {
        // given
        Request request = sent(DANA, "proseware");
        life.approve(customer, MAIL);
        life.jobs().runDue();

        // when
        terminating.ask(request.relationshipId(), Side.CUSTOMER, "Ada Admin", "");
        life.jobs().runDue();

        // then
        String page = "/customers/" + request.relationshipId() + "/end";
        assertThat(TestMail.to(PIA.address().value())).map(TestMail::text).anyMatch(text -> text.contains(page));
        assertThat(TestMail.to(DANA.address().value())).map(TestMail::text).noneMatch(text -> text.contains(page));
    }

    @Test
    void a_partners_own_request_is_told_to_its_own_person_only() {
        Request request = sent(PIA, "");
        life.decline(customer, "Not now");
        life.jobs().runDue();

        assertThat(toldOf(PIA, request)).isOne();
        assertThat(toldOf(DANA, request)).isZero();
        assertThat(requests.get(request.id()).requester().provider()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso", "nobody", "Proseware", "${7*7}"})
    void on_behalf_of_anybody_else_is_refused_in_the_same_words_whether_there_is_one(String partner) {
        refused(asking(partner, customer, "en", "US"), DANA, "partner", "problem.partner");
    }

    @Test
    void partners_ask_neither_for_each_other_nor_for_their_provider() {
        refused(asking("wingtip", customer, "en", "US"), PIA, "partner", "problem.partner");
        refused(asking("adatum", customer, "en", "US"), PIA, "partner", "problem.partner");
        assertThat(invitations.request(asking("proseware", customer, "en", "US"), PIA).requester().provider()).isEmpty();
    }

    @Test
    void the_markets_of_the_partner_count() {
        refused(asking("proseware", customer, "en", "ES"), DANA, "country", "problem.market.partner");
        refused(asking("", customer, "en", "DE"), DANA, "country", "problem.market");
        assertThat(invitations.request(asking("proseware", customer, "en", "DE"), DANA).status()).isEqualTo(RequestStatus.DRAFT);
    }

    @Test
    void neither_sides_own_people_can_be_invited() {
        refused(asking("proseware", "boss@proseware.example", "en", "US"), DANA, "address", "problem.address.tier");
        refused(asking("proseware", "boss@adatum.example", "en", "US"), DANA, "address", "problem.address.own");
        refused(asking("", "boss@adatum.example", "en", "US"), PIA, "address", "problem.address.tier");
    }

    private Request draft(PartnerStaff staff, String partner) {
        return invitations.request(asking(partner, customer, "en", "US"), staff);
    }

    private Request sent(PartnerStaff staff, String partner) {
        Request request = life.reviewed(draft(staff, partner), staff, SentBy.MANDATE);
        life.jobs().runDue();
        return request;
    }

    private List<Permission> held(Request request) {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    private static long toldOf(PartnerStaff person, Request request) {
        return TestMail.to(person.address().value()).stream()
                .filter(mail -> TestMail.text(mail).contains("/requests/" + request.id())).count();
    }

    private void refused(NewInvitation input, PartnerStaff staff, String field, String code) {
        assertThatThrownBy(() -> invitations.request(input, staff)).isInstanceOfSatisfying(InvalidInputException.class,
                wrong -> assertThat(wrong.problems()).extracting(FieldProblem::field, FieldProblem::code)
                        .containsExactly(tuple(field, code)));
    }
}
