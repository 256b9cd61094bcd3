package io.mandate.erasure;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.DutyOffers;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who negotiated about a duty, and what they wrote, is erased a year after it came to its end, also while the relationship is in force. */
class DutyErasureTests extends ErasureTest {

    private static final String ERASED = "erased@erased.invalid";

    @Autowired Renegotiating renegotiating;
    @Autowired DutyOffers offers;
    @Autowired Renegotiations renegotiations;

    @Test
    void what_was_negotiated_about_a_duty_stays_without_persons() {
        // given
        String customer = Lifecycle.newAddress();
        UUID contoso = inForce(life.sent(PAULA, customer, MAIL), customer);
        Request asked = life.sent(FIONA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        Renegotiation declined = propose(contoso);
        renegotiating.decline(declined.id(), Side.PARTNER, "Decliner" + mark, "Reason" + mark);
        life.jobs().runDue();
        Instant first = clock.instant();
        life.jobs().pass(days(10));
        Renegotiation done = propose(contoso);
        renegotiating.confirm(done.id(), Side.PARTNER, "Confirmer" + mark, Optional.empty(), "");
        offers.accept(done.id(), asked.relationshipId(), "Accepter" + mark);
        life.jobs().pass(days(4));
        List<String> words = List.of("Proposer" + mark, "Note" + mark, "Message" + mark, "Decliner" + mark, "Reason" + mark,
                "Confirmer" + mark, "Accepter" + mark);
        assertThat(found(words)).allSatisfy((word, columns) -> assertThat(columns).as(word).isNotEmpty());

        // when
        eraseAt(first.plus(days(366)));

        // then
        assertThat(renegotiations.get(declined.id())).satisfies(one -> {
            assertThat(one.erasedAt()).isPresent();
            assertThat(one.status()).isEqualTo(RenegotiationStatus.DECLINED);
            assertThat(one.acceptedBy()).isEmpty();
        });
        assertThat(renegotiations.get(done.id()).erasedAt()).isEmpty();

        // and when
        eraseAt(first.plus(days(366 + 15)));

        // then
        assertThat(renegotiations.get(done.id()).erasedAt()).isPresent();
        assertThat(renegotiations.get(done.id()).takesEffectAt()).isEqualTo(done.takesEffectAt());
        assertThat(found(words)).allSatisfy((word, columns) ->
                assertThat(columns).as(word).allMatch(column -> !column.toLowerCase(Locale.ROOT).startsWith("renegotiation")));
    }

    @Test
    void what_outlives_the_request_by_which_it_began_is_written_to_whoever_asked_last() {
        // given
        String customer = Lifecycle.newAddress();
        Request first = life.sent(PAULA, customer, MAIL);
        UUID contoso = inForce(first, customer);
        Renegotiation release = renegotiating.propose(contoso, Side.PARTNER, "Paula Pérez", new Proposal(
                Optional.of(RenegotiationKind.RELEASE), Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5)),
                Optional.empty(), "", ""));
        renegotiating.confirm(release.id(), Side.CUSTOMER, "Ada Admin", Optional.empty(), "");
        life.jobs().pass(Duration.ofMinutes(10));
        life.sent(PAULA, customer, MAIL);
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));
        life.jobs().runDue();
        jdbc.sql("update request set address = :erased, requester = :erased, erased_at = :now where id = :id")
                .param("erased", ERASED).param("now", Timestamp.from(clock.instant())).param("id", first.id()).update();
        String subject = "has ended";
        long told = mails(PAULA.address().value(), subject);
        int lost = TestMail.to(ERASED).size();

        // when
        life.jobs().pass(days(6));

        // then
        assertThat(renegotiations.get(release.id()).status()).isEqualTo(RenegotiationStatus.DONE);
        assertThat(mails(PAULA.address().value(), subject)).isGreaterThan(told);
        assertThat(TestMail.to(ERASED)).hasSize(lost);
    }

    private static long mails(String address, String subject) {
        return TestMail.to(address).stream().filter(mail -> TestMail.subject(mail).contains(subject)).count();
    }

    private UUID inForce(Request request, String customer) {
        life.approve(customer, MAIL);
        life.jobs().runDue();
        return request.relationshipId();
    }

    private Renegotiation propose(UUID relationship) {
        return renegotiating.propose(relationship, Side.CUSTOMER, "Proposer" + mark, new Proposal(
                Optional.of(RenegotiationKind.HAND_OVER),
                Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2)), Optional.of("fabrikam"),
                "Note" + mark, "Message" + mark));
    }
}
