package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Approvals that cannot be accepted: nothing is stored, the page says what to do, and keeps what was typed. */
@CustomerPagesTest
class RefusedApprovalTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @LocalServerPort int port;

    private CustomerBrowser browser;
    private String customer;

    @BeforeEach
    void somebody() {
        browser = new CustomerBrowser(port);
        customer = Lifecycle.newAddress();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }


    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name=                    | Please enter your name                         | name",
        "administrator            | Only an administrator can answer               | administrator",
        "agreementAccepted        | please accept it                               | agreementAccepted",
        "agreementVersion=2020-01 | new version of the agreement                   | agreementAccepted",
        "mail_approved            | Please approve at least one service            | services",
        "mail_days=0              | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_days=366            | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_days=-1             | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_days=1.5            | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_days=99999999999999 | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_days=${1+1}<b>      | Mail: Please enter a whole number from 1 to 365 | mail_days",
        "mail_user_administrator=true  | Mail: Only what is asked for can be approved | mail_roles",
        "mail_extending=true      | Mail: Only what is asked for can be approved   | mail_roles",
        "infrastructure_approved=true  | Only what is asked for can be approved    | services",
    })
    void with_a_sentence_at_the_field_and_a_link_to_it(String change, String sentence, String field) {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        String[] parts = change.split("=", 2);
        Map<String, String> changes = new HashMap<>();
        changes.put(parts[0], parts.length == 1 ? null : parts[1]);

        // when
        browser.prove(customer).approve(changes);

        // then
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("Please correct the following", sentence);
        assertThat(browser.html()).contains("href=\"#" + field + "\"", "id=\"" + field + "\"").doesNotContain("<b>");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void with_everything_typed_kept() {
        // given
        life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        String name = "n".repeat(121);

        // when
        browser.prove(customer).approve(CustomerBrowser.without(
                Map.of("name", name, "mail_days", "seven", "infrastructure_days", "8"), "infrastructure_approved", "mail_reader"));

        // then
        assertThat(browser.text()).contains("At most 120 characters, please; these are 121");
        assertThat(browser.fields("approval")).containsEntry("name", name).containsEntry("mail_days", "seven")
                .containsEntry("infrastructure_days", "8").containsEntry("mail_administrator", "true")
                .doesNotContainKeys("infrastructure_approved", "mail_reader");
    }

    @Test
    void without_a_code_entered_in_this_browser() {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        browser.prove(customer);
        Map<String, String> fields = browser.fields("approval");
        CustomerBrowser other = new CustomerBrowser(port).openLink(customer);
        fields.put("_csrf", other.fields("codeRequest").get("_csrf"));

        // when
        other.post(CustomerBrowser.path(TestMail.link(customer)) + "/approve", fields);

        // then
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.html()).contains("id=\"codeRequest\"").doesNotContain("id=\"approval\"");
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void more_than_an_hour_after_the_code_and_nothing_typed_is_lost() {
        // given
        life.sent(PAULA, customer, MAIL);
        browser.prove(customer);
        ClockUtil.offset(Duration.ofMinutes(61).toMillis());

        // when
        browser.approve(Map.of("mail_days", "30"));

        // then
        assertThat(browser.text()).contains("more than an hour");
        browser.submit("codeRequest").submit("proof", Map.of("code", TestMail.code(customer)));
        assertThat(browser.fields("approval")).containsEntry("name", "Ada Admin").containsEntry("mail_days", "30");
        assertThat(browser.submit("approval").text()).contains("You approved the request");
    }

    @Test
    void without_the_token_of_the_page_and_nothing_typed_is_lost() {
        // given
        life.sent(PAULA, customer, MAIL);
        browser.prove(customer);

        // when
        browser.approve(Map.of("_csrf", "forged", "mail_days", "30"));

        // then
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("Your form could not be accepted");
        assertThat(browser.fields("approval")).containsEntry("mail_days", "30").containsEntry("name", "Ada Admin");
        assertThat(browser.submit("approval").text()).contains("You approved the request");
    }
}
