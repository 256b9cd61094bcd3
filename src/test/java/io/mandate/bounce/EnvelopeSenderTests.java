package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where mails go that cannot be delivered. */
class EnvelopeSenderTests {

    private final String customer = Lifecycle.newAddress();

    @BeforeEach
    void mail() {
        TestMail.acceptAll();
    }

    @Nested
    @MandateTest
    class Without_a_setting {

        @Test
        void they_go_back_to_the_address_in_from(@Autowired Lifecycle life) {
            life.sent(PAULA, customer, MAIL);

            assertThat(TestMail.returnPathTo(customer)).isEqualTo("mandate@mandate.example");
        }
    }

    @Nested
    @MandateTest
    @TestPropertySource(properties = "mandate.mail.bounces.address=bounces@returns.example")
    class With_a_setting {

        @Test
        void they_go_back_to_its_address_and_people_see_the_other_one(@Autowired Lifecycle life) throws MessagingException {
            life.sent(PAULA, customer, MAIL);

            assertThat(TestMail.returnPathTo(customer)).isEqualTo("bounces@returns.example");
            assertThat(TestMail.to(customer).get(0).getFrom()[0].toString()).contains("<mandate@mandate.example>");
        }
    }
}
