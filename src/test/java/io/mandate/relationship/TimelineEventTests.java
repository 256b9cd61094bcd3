package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;

/** Which details are erased with persons, and which tell what was held. */
class TimelineEventTests {

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = {"SUPPORT_.*", "PERMISSION_.*", "EXTENSION_.*", "TERM_.*"})
    void a_service_is_no_person(TimelineEvent event) {
        assertThat(event.mayNamePerson()).isFalse();
    }

    @Test
    void an_instant_is_no_person() {
        assertThat(TimelineEvent.values()).filteredOn(TimelineEvent::hasMoment).isNotEmpty().noneMatch(TimelineEvent::mayNamePerson);
    }

    @Test
    void an_address_is_one_and_so_may_be_whatever_nobody_thought_of() {
        assertThat(Arrays.stream(TimelineEvent.values()).filter(TimelineEvent::mayNamePerson))
                .contains(TimelineEvent.ADDRESS_REFUSED, TimelineEvent.ADDRESS_CORRECTED, TimelineEvent.SENT);
    }
}
