package io.mandate.servicerequest.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.bounce.BouncedMails;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequestStatus;
import io.mandate.testing.TestMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What the partner sees of mails about a service request that did not arrive. */
class UndeliveredTests extends ServiceRequestPageTest {

    private static final String HEADING = "Mails that did not arrive";

    @Test
    void one_that_came_back_is_shown_to_the_partner_only_and_changes_nothing(@Autowired AutowireCapableBeanFactory beans) {
        // given
        ServiceRequest one = opened();
        life.jobs().runDue();
        assertThat(words(paula.open(ofPartner(one)))).doesNotContain(HEADING);

        // when
        beans.createBean(BouncedMails.class).comesBack(address);

        // then
        assertThat(words(paula.open(ofPartner(one)))).contains(HEADING, address + ": came back", BouncedMails.WORDS);
        assertThat(words(sam.open(ofSupport(one)))).doesNotContain(HEADING);
        assertThat(words(ada.open(ofCustomer(one)))).doesNotContain(HEADING);
        assertThat(register.get(one.id()).status()).isEqualTo(ServiceRequestStatus.OPEN);
    }

    @Test
    void one_that_was_refused_is_shown_and_everybody_else_is_told() {
        // given
        TestMail.refuse(address);

        // when
        ServiceRequest one = opened();
        life.jobs().runDue();

        // then
        assertThat(words(paula.open(ofPartner(one)))).contains(HEADING, address + ": address refused", "No such user");
        assertThat(TestMail.text("paula@contoso.example", "Service request opened")).contains("Mail is slow");
    }
}
