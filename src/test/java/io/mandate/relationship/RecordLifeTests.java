package io.mandate.relationship;

import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import java.time.Clock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever two partners and a customer do, in whatever order: never two holders, never a held permission past its end, never
 * a duty that vanished without an end.
 */
@MandateTest
class RecordLifeTests {

    @Autowired RequestRegister register;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Granting granting;
    @Autowired Revoking revoking;
    @Autowired Revocations revocations;
    @Autowired PastPermissions past;
    @Autowired TermChanging changing;
    @Autowired TermChanges changes;
    @Autowired Ending ending;
    @Autowired DutyChanging duties;
    @Autowired Partners partners;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @BeforeProperty
    void two_partners() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        People.join(partners);
    }

    @AfterProperty
    void clock() {
        ClockUtil.reset();
    }

    @Property(tries = 150)
    void the_record_stays_true(@ForAll("lives") List<Step> life) {
        RecordLife record = new RecordLife(this);

        for (Step step : life) {
            step.in(record);
            record.isTrue();
        }
    }

    /** What somebody does, or that time goes by. */
    interface Step {
        void in(RecordLife record);
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<String> partner = Arbitraries.of("contoso", "fabrikam");
        Arbitrary<String> shown = Arbitraries.of("", "contoso", "fabrikam");
        Arbitrary<String> service = Arbitraries.of("mail", "infrastructure");
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 60);
        Arbitrary<RevocationReason> reason = Arbitraries.of(RevocationReason.REMOVED_BY_CUSTOMER,
                RevocationReason.REMOVED_AT_SERVICE, RevocationReason.GIVEN_UP);
        Arbitrary<RequestStatus> end =
                Arbitraries.of(RequestStatus.DECLINED, RequestStatus.EXPIRED, RequestStatus.WITHDRAWN);
        Arbitrary<Step> ask = Combinators.combine(partner, service, days)
                .as((who, what, term) -> record -> record.ask(who, what, term));
        Arbitrary<Step> approve = Combinators.combine(partner, service, shown)
                .as((who, what, from) -> record -> record.approve(who, what, from));
        Arbitrary<Step> close = Combinators.combine(partner, service, end)
                .as((who, what, how) -> record -> record.close(who, what, how));
        Arbitrary<Step> revoke = Combinators.combine(service, reason)
                .as((what, why) -> record -> record.revoke(what, why));
        Arbitrary<Step> actTooLate = service.map(what -> record -> record.actAsShownBefore(what));
        Arbitrary<Step> shorten = Combinators.combine(service, days)
                .as((what, left) -> record -> record.shorten(what, left));
        Arbitrary<Step> assign = Combinators.combine(partner, service, shown, days)
                .as((who, what, from, term) -> record -> record.assign(who, what, from, term));
        Arbitrary<Step> terminate = Combinators.combine(partner, Arbitraries.of(true, true, false))
                .as((who, confirmed) -> record -> record.end(who, confirmed));
        Arbitrary<Step> renegotiate = Combinators.combine(partner, partner)
                .as((who, other) -> record -> record.renegotiate(who, other));
        Arbitrary<Step> pass = days.map(passed -> record -> record.pass(passed));
        return Arbitraries.frequencyOf(
                        Tuple.of(4, ask), Tuple.of(6, approve), Tuple.of(1, close), Tuple.of(2, revoke),
                        Tuple.of(1, actTooLate), Tuple.of(1, shorten), Tuple.of(2, assign), Tuple.of(1, terminate), Tuple.of(1, renegotiate),
                        Tuple.of(2, pass))
                .list().ofMinSize(5).ofMaxSize(30);
    }
}
