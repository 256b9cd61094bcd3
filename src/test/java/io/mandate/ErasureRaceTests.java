package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.erasure.PersonalData;
import io.mandate.relationship.Customer;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.testing.AtOnce;
import io.mandate.testing.DatabaseContent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.web.Persistently;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A customer is asked anew as its persons are erased, on PostgreSQL: what is new stays whole, what is old goes. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ErasureRaceTests {

    private static final int ROUNDS = 12;

    @Autowired Lifecycle life;
    @Autowired PersonalData data;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void mails_arrive() {
        TestMail.acceptAll();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @RepeatedTest(ROUNDS)
    void an_organisation_is_asked_anew() throws Exception {
        // given
        String address = Lifecycle.newAddress();
        Request before = declinedAYearAgo(address);

        // when
        Request anew = atOnce(address);

        // then
        assertThat(anew.relationshipId()).isEqualTo(before.relationshipId());
        isWhole(anew, address);
        isErased(before);
    }

    @RepeatedTest(ROUNDS)
    void a_customer_known_by_one_address_is_asked_anew() throws Exception {
        // given
        String address = "frida." + UUID.randomUUID() + "@gmail.com";
        Request before = declinedAYearAgo(address);

        // when
        Request anew = atOnce(address);

        // then
        isWhole(anew, address);
        isErased(before);
        Customer customer = relationships.get(anew.relationshipId()).customer();
        assertThat(customer.identity().value()).isEqualTo(address);
        assertThat(relationships.get(before.relationshipId()).customer().identity().isErased())
                .isEqualTo(!anew.relationshipId().equals(before.relationshipId()));
    }

    @RepeatedTest(ROUNDS)
    void two_nodes_erase() throws Exception {
        // given
        Request before = declinedAYearAgo(Lifecycle.newAddress());

        // when
        AtOnce.answers(data::erase, data::erase);

        // then
        isErased(before);
    }

    private Request declinedAYearAgo(String address) {
        Request request = life.sent(PAULA, address, MAIL);
        life.decline(address, "Nobudget" + mark);
        life.jobs().runDue();
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(366))));
        return request;
    }

    private Request atOnce(String address) throws InterruptedException {
        Object anew = AtOnce.<Object>answers(
                () -> Persistently.get(() -> life.draft(PAULA, address, MAIL)), () -> Persistently.get(data::erase)).get(0);
        while (data.erase()) {
            // The next batch.
        }
        return (Request) anew;
    }

    private void isWhole(Request anew, String address) {
        assertThat(requests.get(anew.id()).address().value()).isEqualTo(address);
        assertThat(requests.get(anew.id()).times().erasedAt()).isEmpty();
        assertThat(new DatabaseContent(jdbc).columnsWith(address.substring(0, address.indexOf('@')))).contains("search_word.word");
    }

    private void isErased(Request before) {
        assertThat(requests.get(before.id()).times().erasedAt()).isPresent();
        assertThat(new DatabaseContent(jdbc).columnsWith("Nobudget" + mark)).isEmpty();
    }
}
