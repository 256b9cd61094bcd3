package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.acceptance.Questions;
import io.mandate.mail.MailLog;
import io.mandate.mail.MailReports;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of what follows from reports about the mails of a request that was sent. */
@MandateTest
abstract class BouncesTest {

    @Autowired Lifecycle life;
    @Autowired OwnRequests own;
    @Autowired Questions questions;
    @Autowired Requests requests;
    @Autowired MailLog log;
    @Autowired MailReports reports;
    @Autowired Bounces bounces;
    @Autowired BouncedMails bounced;

    String customer;
    Request request;
    MimeMessage invitation;

    @BeforeEach
    void a_request_was_sent() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        invitation = TestMail.to(customer).get(0);
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }
}
