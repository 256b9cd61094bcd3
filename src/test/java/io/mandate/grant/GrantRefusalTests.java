package io.mandate.grant;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not granted leaves everything as it was. */
@MandateTest
class GrantRefusalTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    @Test
    void nothing_is_granted_where_another_than_the_one_shown_holds_it_by_now() {
        // given
        TestMail.acceptAll();
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        String token = life.proven(customer);
        life.sent(FIONA, customer, MAIL);
        life.approve(customer, MAIL);

        // when
        assertThatThrownBy(() -> life.approve(token, customer, List.of(new Choice(MAIL, ""))))
                .isInstanceOf(HolderChangedException.class);

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(permissions.heldAt(relationships.get(request.relationshipId()).customer().id(), clock.instant()))
                .extracting(Permission::holder).containsExactly("fabrikam");
    }

    @Test
    void the_process_is_not_started_from_outside() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(GrantProcess.KEY))
                .isInstanceOf(BadUserRequestException.class);
    }
}
