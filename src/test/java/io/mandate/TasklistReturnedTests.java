package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mail that came back, seen to in Tasklist. */
class TasklistReturnedTests extends TasklistTest {

    @Test
    void the_address_is_corrected_and_another_mail_goes_out() {
        // given
        String gone = Lifecycle.newAddress();
        Request request = life.sent(PAULA, gone, MAIL);
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
