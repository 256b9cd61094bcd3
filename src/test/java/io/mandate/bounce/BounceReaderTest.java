package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A test with a real mailbox for reports about the mail of a request that was sent. */
@MandateTest
@ExtendWith(OutputCaptureExtension.class)
abstract class BounceReaderTest {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired Bounces bounces;
    @Autowired Turns turns;
    @Autowired Clock clock;

    final TestMailbox mailbox = new TestMailbox();
    String customer;
    Request request;
    String messageId;
    BounceReader reader;

    @BeforeEach
    void a_request_was_sent() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        messageId = BouncedMails.messageId(TestMail.to(customer).get(0));
        reader = reader(bounces, "secret");
    }

    @AfterEach
    void mailbox_and_clock() {
        mailbox.close();
        ClockUtil.reset();
    }

    BounceReader reader(Bounces takes, String password) {
        return new BounceReader(mailbox.properties(password), turns, new BounceMailbox(mailbox.properties(password)), takes, clock);
    }
}
