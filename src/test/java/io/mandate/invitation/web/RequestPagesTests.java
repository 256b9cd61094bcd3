package io.mandate.invitation.web;

import static io.mandate.invitation.web.PartnerPages.words;
import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The partner's pages around one request, as a browser without scripts meets them. */
@ServiceTest
@Import({FlowCoverage.class, Lifecycle.class})
class RequestPagesTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Lifecycle life;

    private PartnerPages paula;
    private String customer;

    @BeforeEach
    void signIn() {
        People.join(partners, accounts);
        TestMail.acceptAll();
        paula = new PartnerPages(Visitor.signedIn(port, People.PAULA.address().value()));
        customer = Lifecycle.newAddress();
    }

    @Nested
    class The_way {

        @Test
        void leads_from_the_form_over_the_draft_to_a_mail_that_mandate_sends() {
            // given
            HttpResponse<String> asked = paula.request(PartnerPages.fields(customer));
            String request = location(asked).replace("/draft", "");
            assertThat(asked.statusCode()).isEqualTo(302);

            // when
            HttpResponse<String> sent = paula.send(request, "mandate");
            life.jobs().runDue();

            // then
            assertThat(location(sent)).isEqualTo(request);
            assertThat(TestMail.link(customer)).startsWith("http://mandate.example/answer/");
            assertThat(words(paula.open(request).body()))
                    .contains("Waiting for the customer", "Invitation to " + customer + ": handed to the mail server");
        }
    }
}
