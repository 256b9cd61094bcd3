package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestEnvironment;
import io.mandate.testing.TestMail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestEnvironment.class)
@Import(Lifecycle.class)
class AnswerPagesTests {

    @Autowired Lifecycle life;
    @LocalServerPort int port;

    @Test
    void a_customer_approves_what_was_asked_in_the_mail() {
        // given
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
        CustomerBrowser browser = new CustomerBrowser(port);

        // when
        browser.open("/answer/" + life.token(customer)).submit("codeRequest");
        browser.submit("proof", Map.of("code", TestMail.code(customer)));
        browser.submit("approval", Map.of("name", "Ada Admin", "administrator", "true", "agreementAccepted", "true"));
        life.jobs().runDue();

        // then
        assertThat(browser.path()).endsWith("/done");
        assertThat(browser.text()).contains("You approved the request", "Mail administrator", customer);
        assertThat(TestMail.text(customer, "You approved")).contains("Ada Admin");
    }
}
