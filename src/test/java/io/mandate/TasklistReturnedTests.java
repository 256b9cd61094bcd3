package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.Restorations;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that came back, seen to in Tasklist. */
class TasklistReturnedTests extends TasklistTest {

    @Test
    void the_address_is_corrected_and_another_mail_goes_out() {
        String gone = Lifecycle.newAddress();

        isCorrected(life.sent(PAULA, gone, MAIL), gone);
    }

    @Test
    void so_is_that_of_a_request_for_a_further_service(@Autowired Restorations restorations) {
        String gone = Lifecycle.newAddress();
        Request first = life.sent(PAULA, gone, MAIL);
        life.approve(gone, MAIL);
        Request further = restorations.ask(first.relationshipId(),
                new NewRestoration(gone, "en", "", List.of(INFRASTRUCTURE), SentBy.MANDATE), PAULA);
        life.jobs().runDue();

        isCorrected(further, gone);
    }

    private void isCorrected(Request request, String gone) {
        // given
        bounced.comesBack(gone);
        String correct = task("Correct address", request);
        assertThat(paula.form(correct)).containsEntry("address", gone);

        // when
        String right = gone.replace("ada@", "bob@");
        done(paula.complete(correct, Map.of("address", right)));
        life.jobs().runDue();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(TestMail.to(right)).hasSize(1);
    }
}
