package io.mandate.organisation;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MandateTest
class HistoryTests {

    @Autowired Lifecycle life;
    @Autowired History history;
    @Autowired Terminating terminating;
    @Autowired Relationships relationships;

    @Test
    void a_request_that_ended_with_its_relationship_is_told_with_what_it_asked_for() {
        // given
        TestMail.acceptAll();
        String ada = Lifecycle.newAddress();
        Request request = life.sent(PAULA, ada, MAIL);
        life.approve(ada, MAIL);
        life.sent(PAULA, ada, INFRASTRUCTURE);

        // when
        Termination asked = terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "");
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");

        // then
        assertThat(history.of(EmailAddress.of(ada), relationships.get(request.relationshipId()).customer().id()))
                .filteredOn(one -> one.what().equals("WITHDRAWN_WITH_RELATIONSHIP")).singleElement()
                .satisfies(one -> assertThat(one.services()).isEqualTo(List.of("infrastructure")));
    }
}
