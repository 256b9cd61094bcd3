package io.mandate.renegotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.evidence.EvidenceEntries;
import io.mandate.evidence.Reader;
import io.mandate.evidence.Written;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.Timeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence says of nobody that they did what they only wanted, and what the history says in their name. */
class DutyEvidenceTests extends RenegotiationTest {

    /** What the customer's person wanted, while the partner asks the other one, and the clock changes the support contact. */
    private static final List<String> WISHED = List.of("DUTY_OFFERED", "SUPPORT_CONTACT_ENDED", "SUPPORT_CONTACT_CHOSEN");

    @Autowired EvidenceEntries evidence;

    @Test
    void what_others_carry_out_names_the_person_beside_and_not_as_who_did_it() {
        // given
        choose("mail", contoso());
        Renegotiation proposed = handOverByCustomer(40);
        life.jobs().runDue();

        // when
        confirmedByPartner(proposed);
        life.jobs().runDue();
        accept(proposed);
        life.jobs().pass(Duration.ofDays(41));

        // then
        assertThat(timeline.ofRelationship(fabrikam().id())).filteredOn(one -> WISHED.contains(one.event().name()))
                .extracting(Timeline.Entry::actor).containsOnly("Ada Admin");
        assertThat(evidence.of(List.of(contoso().id(), fabrikam().id()), Reader.MANDATE))
                .filteredOn(one -> one.person("person").isPresent())
                .allSatisfy(one -> {
                    assertThat(one.person("person")).contains("Ada Admin");
                    assertThat(one.person("name")).isEmpty();
                })
                .extracting(Written::kind).containsExactlyInAnyOrderElementsOf(WISHED);
    }
}
