package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A reminder becomes due in the moment in which the customer approves, on PostgreSQL: the customer notices nothing. */
@CustomerPagesTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ReminderRaceTests {

    @Autowired Lifecycle life;
    @LocalServerPort int port;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @RepeatedTest(10)
    void the_approval_holds() throws Exception {
        // given
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
        life.jobs().moveToNextTimer();
        CustomerBrowser browser = new CustomerBrowser(port).prove(customer);
        List<String> due = life.jobs().dueIds();

        // when
        AtOnce.answers(() -> {
            due.forEach(life.jobs()::runUnlessGone);
            return null;
        }, () -> browser.approve(Map.of()));

        // then
        assertThat(browser.text()).contains("You approved the request").doesNotContain("answered before");
        life.jobs().runDue();
    }
}
