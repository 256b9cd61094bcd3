package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A reminder becomes due in the moment in which the partner does something, on PostgreSQL: the partner notices nothing. */
@ServiceTest
@Import(Lifecycle.class)
@TestPropertySource(properties = "mandate.test.database=postgresql")
class PartnerReminderRaceTests {

    private static final int ROUNDS = 8;

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired RuntimeService runtime;
    @LocalServerPort int port;

    private final String customer = Lifecycle.newAddress();
    private Request request;
    private String page;
    private Visitor paula;

    @BeforeEach
    void a_request_waits(@Autowired Partners partners, @Autowired Accounts accounts) {
        TestMail.acceptAll();
        People.join(partners, accounts);
        request = life.sent(PAULA, customer, MAIL);
        page = "/requests/" + request.id();
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @RepeatedTest(ROUNDS)
    void a_withdrawal_holds() throws Exception {
        // when
        HttpResponse<String> answer = whileReminding(paula.ready(page, page + "/withdraw", Map.of()));

        // then
        assertThat(Visitor.location(answer)).isEqualTo(page);
        assertThat(paula.open(page).body()).contains("The request is withdrawn.").doesNotContain("just being worked on");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        life.jobs().runDue();
        assertThat(running()).isZero();
    }

    @RepeatedTest(ROUNDS)
    void sending_again_holds() throws Exception {
        // given
        String first = TestMail.link(customer);

        // when
        HttpResponse<String> answer = whileReminding(paula.ready(page, page + "/send-again", Map.of("send", "mandate")));

        // then
        assertThat(Visitor.location(answer)).isEqualTo(page);
        life.jobs().runDue();
        assertThat(paula.open(page).body()).doesNotContain("just being worked on");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(requests.get(request.id()).linkNumber()).isEqualTo(2);
        assertThat(TestMail.link(customer)).isNotEqualTo(first);
        assertThat(running()).isEqualTo(1);
    }

    private HttpResponse<String> whileReminding(Callable<HttpResponse<String>> act) throws Exception {
        life.jobs().moveToNextTimer();
        List<String> due = life.jobs().dueIds();
        assertThat(due).isNotEmpty();
        return AtOnce.answers(() -> {
            due.forEach(life.jobs()::runUnlessGone);
            return null;
        }, act).get(1);
    }

    private long running() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.relationshipId().toString())
                .rootProcessInstances().count();
    }
}
