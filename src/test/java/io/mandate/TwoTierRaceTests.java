package io.mandate;

import static io.mandate.testing.TwoTiers.DANA;
import static io.mandate.testing.TwoTiers.PIA;
import static io.mandate.testing.TwoTiers.asking;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.relationship.IllegalTransitionException;
import io.mandate.relationship.OpenRequestException;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.TwoTiers;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A provider and its partner do the same, or what excludes each other, at the same moment, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class TwoTierRaceTests {

    private static final int ROUNDS = 5;

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired Requests requests;
    @Autowired RuntimeService runtime;

    private String customer;

    @BeforeEach
    void two_tiers() {
        TestMail.acceptAll();
        TwoTiers.join(partners, accounts);
        customer = Lifecycle.newAddress();
    }

    @RepeatedTest(ROUNDS)
    void both_ask_for_the_same() throws Exception {
        List<Throwable> refused = AtOnce.refused(
                () -> invitations.request(asking("proseware", customer, "en", "US"), DANA),
                () -> invitations.request(asking("", customer, "en", "US"), PIA));

        assertThat(refused).singleElement().isInstanceOf(OpenRequestException.class);
        Request open = requests.get(((OpenRequestException) refused.get(0)).open());
        assertThat(requests.of(open.relationshipId())).containsExactly(open);
        assertThat(running(open)).isOne();
    }

    @RepeatedTest(ROUNDS)
    void one_sends_the_draft_that_the_other_withdraws() throws Exception {
        Request draft = invitations.request(asking("proseware", customer, "en", "US"), DANA);

        List<Throwable> refused = AtOnce.refused(
                () -> invitations.review(draft.id(), draft.subject(), draft.text(), SentBy.MANDATE, DANA),
                () -> own.withdraw(draft.id(), PIA));

        assertThat(refused).hasSizeLessThanOrEqualTo(1).allSatisfy(
                why -> assertThat(why).isInstanceOf(IllegalTransitionException.class));
        life.jobs().runDue();
        assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(running(draft)).isZero();
        assertThat(TestMail.to(customer)).hasSizeLessThanOrEqualTo(1);
    }

    private long running(Request request) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.relationshipId().toString())
                .rootProcessInstances().count();
    }
}
