package io.mandate.erasure;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.mail.MailReport;
import io.mandate.mail.MailReports;
import io.mandate.mail.ReportedAction;
import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.testing.Device;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.WholeLife.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of the diagram erasure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureProcessTests extends ErasureTest {

    @Autowired Timeline timeline;
    @Autowired MailReports reports;
    @Autowired Revocations revocations;
    @Autowired Passkeys passkeys;
    @Autowired FlowCoverage coverage;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(ErasureProcess.KEY)).isEmpty();
    }

    @Nested
    class Personal_data_erased {

        @Test
        void a_year_after_the_end_no_person_is_found_in_any_column_of_the_database() {
            // given
            Past past = whole.inForce(Lifecycle.newAddress(), mark);
            List<String> words = new ArrayList<>(past.words());
            cameBack(past);
            words.add("Unknown" + mark);
            passkeyAdded(past);
            words.add("Key" + mark);
            assertThat(found(words)).allSatisfy((word, columns) -> assertThat(columns).as(word).isNotEmpty());
            whole.end(past, "Ended" + mark);
            words.add("Ended" + mark);
            Instant end = clock.instant();

            // when
            eraseAt(end.plus(days(365)).minusSeconds(1));

            // then the record has everything; the engine has forgotten its instances half a year after their end
            assertThat(found(words)).hasSize(words.size()).allSatisfy((word, columns) ->
                    assertThat(columns.isEmpty()).as(word).isEqualTo(word.startsWith("Remark")));

            // and when
            eraseAt(end.plus(days(366)));

            // then
            assertThat(found(words)).allSatisfy((word, columns) -> assertThat(columns).as(word).isEmpty());
            whatWasHeldStays(past, end);

            // and nothing is done again
            Map<String, Long> rows = database.rows();
            Instant erased = requests.get(past.approved().id()).times().erasedAt().orElseThrow();
            eraseAt(end.plus(days(367)));
            assertThat(requests.get(past.approved().id()).times().erasedAt()).contains(erased);
            assertThat(database.rows()).containsEntry("TIMELINE", rows.get("TIMELINE")).containsEntry("REQUEST", rows.get("REQUEST"));
        }

        private void cameBack(Past past) {
            String mail = jdbc.sql("select max(message_id) from mail where recipient = :to").param("to", past.address())
                    .query(String.class).single();
            reports.add(new MailReport(mail, past.address(), ReportedAction.FAILED, "5.1.1", "Unknown" + mark));
        }

        private void passkeyAdded(Past past) {
            PasskeyOwner owner = PasskeyOwner.ofCustomer(EmailAddress.of(past.address()));
            String challenge = Passkeys.newChallenge();
            passkeys.add(owner, challenge, new Device("http://mandate.example").create(passkeys.toAdd(owner, challenge)), "Key" + mark,
                    Locale.ENGLISH);
        }

        private void whatWasHeldStays(Past past, Instant end) {
            Relationship relationship = relationships.get(past.relationship());
            assertThat(relationship.status()).isEqualTo(RelationshipStatus.ENDED);
            assertThat(relationship.partnerId()).isEqualTo("contoso");
            assertThat(relationship.organisation()).isEqualTo("Northwind Traders");
            assertThat(relationship.dutyEndedAt()).contains(end);
            assertThat(requests.get(past.declined().id()).status()).isEqualTo(RequestStatus.DECLINED);
            assertThat(requests.get(past.approved().id()).approved()).containsExactly(MAIL);
            assertThat(revocations.of(relationship.id())).singleElement().satisfies(lost -> {
                assertThat(lost.services()).containsExactly("mail");
                assertThat(lost.lost().get(0).roles()).isEqualTo(MAIL.roles());
                assertThat(lost.erasedAt()).isPresent();
            });
            assertThat(timeline.ofRelationship(relationship.id())).extracting(Timeline.Entry::event)
                    .contains(TimelineEvent.DECLINED, TimelineEvent.APPROVED, TimelineEvent.TERM_SHORTENED,
                            TimelineEvent.PERMISSION_REMOVED, TimelineEvent.RELATIONSHIP_ENDED);
        }

        @Test
        void many_are_erased_in_batches() {
            // given
            List<Request> all = declined(PersonalData.BATCH);

            // when
            long batches = eraseAt(clock.instant().plus(days(366)));

            // then
            assertThat(batches).isGreaterThan(1);
            assertThat(all).allSatisfy(one -> assertThat(requests.get(one.id()).times().erasedAt()).isPresent());
        }

        @Test
        void asked_again_the_relationship_begins_anew() {
            // given
            Past past = whole.inForce(Lifecycle.newAddress(), mark);
            whole.end(past, "");
            eraseAt(clock.instant().plus(days(366)));

            // when
            Request again = life.sent(PAULA, past.address(), MAIL);
            life.approve(past.address(), MAIL);
            life.jobs().runDue();

            // then
            assertThat(again.relationshipId()).isEqualTo(past.relationship());
            assertThat(relationships.get(past.relationship()).status()).isEqualTo(RelationshipStatus.IN_FORCE);
            eraseAt(clock.instant().plus(days(1)));
            assertThat(requests.get(again.id()).address().value()).isEqualTo(past.address());
            assertThat(database.columnsWith(past.address())).isNotEmpty();
        }

        @Test
        void a_customer_known_by_one_address_is_forgotten_and_asked_again_is_a_new_one() {
            // given
            String address = "frida." + mark + "@gmail.com";
            Past past = whole.inForce(address, mark);
            whole.end(past, "");

            // when
            eraseAt(clock.instant().plus(days(366)));

            // then
            assertThat(found(past.words())).allSatisfy((word, columns) -> assertThat(columns).as(word).isEmpty());
            assertThat(database.columnsWith("frida." + mark)).isEmpty();
            Relationship erased = relationships.get(past.relationship());
            assertThat(erased.customer().identity().isErased()).isTrue();
            assertThat(erased.organisation()).isEqualTo("#" + past.customer().toString().substring(0, 8));

            // and when
            Request again = life.sent(PAULA, address, MAIL);
            life.approve(address, MAIL);
            life.jobs().runDue();

            // then
            assertThat(again.relationshipId()).isNotEqualTo(past.relationship());
            assertThat(relationships.get(again.relationshipId()).status()).isEqualTo(RelationshipStatus.IN_FORCE);
        }

        @Test
        void of_a_relationship_in_force_only_what_is_over_is_erased_and_who_acts_today_stays() {
            // given
            Past past = whole.inForce(Lifecycle.newAddress(), mark);
            Instant declined = clock.instant();

            // when
            eraseAt(declined.plus(days(366)));

            // then
            assertThat(requests.get(past.declined().id()).times().erasedAt()).isPresent();
            assertThat(requests.get(past.approved().id()).address().value()).isEqualTo(past.address());
            assertThat(database.columnsWith("Nobudget" + mark)).isEmpty();
            assertThat(database.columnsWith("Slow" + mark)).isEmpty();
            assertThat(database.columnsWith("Removed" + mark)).isNotEmpty();
            assertThat(database.columnsWith("Nora " + mark)).isNotEmpty();

            // and when another permission takes its place
            life.sent(PAULA, past.address(), INFRASTRUCTURE);
            life.approve(past.address(), INFRASTRUCTURE);
            life.jobs().runDue();
            Instant replaced = clock.instant();
            eraseAt(replaced.plus(days(364)));

            // then
            assertThat(requests.get(past.approved().id()).times().erasedAt()).isEmpty();

            // and when
            eraseAt(replaced.plus(days(366)));

            // then
            assertThat(requests.get(past.approved().id()).times().erasedAt()).isPresent();
            assertThat(found(List.of(past.staff().name(), "Removed" + mark, "Shorter" + mark)))
                    .allSatisfy((word, columns) -> assertThat(columns).as(word).isEmpty());
            assertThat(database.columnsWith("Nora " + mark)).isNotEmpty();
        }
    }
}
