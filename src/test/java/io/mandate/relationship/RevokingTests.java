package io.mandate.relationship;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Consent.Choice;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Permissions are lost at once, only as they were shown, and what was held is kept. */
@MandateTest
class RevokingTests {

    @Autowired Lifecycle life;
    @Autowired Clock clock;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired Revoking revoking;
    @Autowired Revocations revocations;
    @Autowired Timeline timeline;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcTemplate jdbc;

    private String customer;
    private Request request;

    @BeforeEach
    void two_permissions() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        life.approve(customer, MAIL, INFRASTRUCTURE);
        life.jobs().runDue();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void one_of_two_is_lost_and_the_relationship_stays_in_force() {
        // given
        Permission mail = held().get(1);

        // when
        Revocation revocation = revoke(List.of(mail), "We do it ourselves now");

        // then
        assertThat(held()).extracting(Permission::service).containsExactly("infrastructure");
        assertThat(permissions.find(mail.customerId(), "mail")).isEmpty();
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.IN_FORCE);
        assertThat(revocations.get(revocation.id())).isEqualTo(revocation);
        assertThat(revocation.lost()).singleElement().satisfies(lost -> {
            assertThat(lost.roles()).isEqualTo(mail.roles());
            assertThat(lost.endsAt()).isEqualTo(mail.endsAt());
            assertThat(lost.requestId()).isEqualTo(request.id());
            assertThat(lost.check()).isEqualTo(CheckResult.PENDING);
        });
        assertThat(timeline.ofRequest(request.id())).last().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(TimelineEvent.PERMISSION_REMOVED);
            assertThat(entry.detail()).isEqualTo("mail");
            assertThat(entry.actor()).isEqualTo("Ada Admin");
        });
    }

    @Test
    void with_the_last_one_the_relationship_is_without_permission_and_the_duty_stays() {
        // when
        Revocation revocation = revoke(held(), "");

        // then
        assertThat(held()).isEmpty();
        assertThat(revocation.services()).containsExactly("infrastructure", "mail");
        assertThat(relationship().status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
        assertThat(relationship().dutySince()).isPresent();
    }

    @Test
    void nothing_is_lost_where_one_changed_since_it_was_shown() {
        // given
        List<Permission> shown = held();
        revoke(List.of(shown.get(1)), "");

        // when
        assertThatThrownBy(() -> revoke(shown, "")).isInstanceOfSatisfying(PermissionChangedException.class,
                changed -> assertThat(changed.service()).isEqualTo("mail"));

        // then
        assertThat(held()).extracting(Permission::service).containsExactly("infrastructure");
        assertThat(revocations.of(request.relationshipId())).hasSize(1);
    }

    @Test
    void a_shortened_term_is_a_change_too() {
        // given
        Permission shown = held().get(1);
        assertThat(permissions.shorten(shown, clock.instant().plus(1, ChronoUnit.DAYS), clock.instant())).isTrue();

        // then
        assertThat(permissions.shorten(shown, clock.instant().plus(2, ChronoUnit.DAYS), clock.instant())).isFalse();
        assertThatThrownBy(() -> revoke(List.of(shown), "")).isInstanceOf(PermissionChangedException.class);
        assertThatThrownBy(() -> permissions.shorten(shown, shown.endsAt(), clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_takeover_is_a_loss_of_the_partner_that_held_it() {
        // given
        Request second = life.sent(FIONA, customer, MAIL);

        // when
        life.approve(life.proven(customer), customer, List.of(new Choice(MAIL, "contoso")));

        // then
        assertThat(revocations.takenBy(second.id())).singleElement().satisfies(revocation -> {
            assertThat(revocation.relationshipId()).isEqualTo(request.relationshipId());
            assertThat(revocation.reason()).isEqualTo(RevocationReason.REASSIGNED);
            assertThat(revocation.services()).containsExactly("mail");
        });
        assertThat(permissions.heldBy(request.relationshipId(), clock.instant()))
                .extracting(Permission::service).containsExactly("infrastructure");
    }

    @Test
    void a_partner_that_is_given_again_what_had_lapsed_is_in_force() {
        // given
        String other = Lifecycle.newAddress();
        life.sent(PAULA, other, MAIL);
        life.approve(other, MAIL);
        life.jobs().pass(Duration.ofDays(366));
        Request again = life.sent(PAULA, other, MAIL);

        // when
        life.approve(other, MAIL);

        // then
        assertThat(relationships.get(again.relationshipId()).status()).isEqualTo(RelationshipStatus.IN_FORCE);
        assertThat(revocations.of(again.relationshipId())).singleElement()
                .satisfies(lost -> assertThat(lost.reason()).isEqualTo(RevocationReason.TERM_ENDED));
    }

    @Test
    void whose_term_ended_last_is_remembered_until_another_takes_it() {
        // given
        Permission mail = held().get(1);
        Permission infrastructure = held().get(0);
        ClockUtil.setCurrentTime(Date.from(mail.endsAt().plusSeconds(1)));

        // when
        transaction.execute(status -> revoking.termEnded(List.of(mail)));

        // then
        LastHeld ended = new LastHeld("mail", "contoso", mail.endsAt(), Optional.empty());
        assertThat(lastHeld()).containsExactlyInAnyOrder(LastHeld.of(infrastructure), ended);

        // and where it was freed before that was remembered
        jdbc.update("update permission set ended_holder = null, ended_at = null");
        assertThat(lastHeld()).containsExactly(LastHeld.of(infrastructure));
        findWhatWasFreedBefore();
        assertThat(lastHeld()).containsExactlyInAnyOrder(LastHeld.of(infrastructure), ended);

        // and when
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);

        // then
        assertThat(lastHeld()).extracting(LastHeld::holder).containsExactlyInAnyOrder("contoso", "fabrikam");

        // and when
        revoke(held(), "");

        // then
        assertThat(lastHeld()).containsExactly(LastHeld.of(infrastructure));
        findWhatWasFreedBefore();
        assertThat(lastHeld()).containsExactly(LastHeld.of(infrastructure));
    }

    private List<LastHeld> lastHeld() {
        UUID id = relationship().customer().id();
        return permissions.lastHeld(Set.of(id), Set.of("mail", "infrastructure")).get(id);
    }

    /** What the migration does with the record as it was before. */
    private void findWhatWasFreedBefore() {
        for (String statement : script().split(";")) {
            if (statement.strip().contains("update permission")) {
                jdbc.update(statement);
            }
        }
    }

    private static String script() {
        try (InputStream script = RevokingTests.class.getResourceAsStream("/db/migration/V29__ended_term.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Revocation revoke(List<Permission> shown, String note) {
        return transaction.execute(status ->
                revoking.revoke(shown, RevocationReason.REMOVED_BY_CUSTOMER, "Ada Admin", note));
    }

    private Relationship relationship() {
        return relationships.get(request.relationshipId());
    }

    private List<Permission> held() {
        return permissions.heldAt(relationship().customer().id(), clock.instant());
    }
}
