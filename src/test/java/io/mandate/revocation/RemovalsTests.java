package io.mandate.revocation;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.mail.MailLog;
import io.mandate.mail.MailStatus;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocations;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is refused leaves nothing behind: no loss, no process, no mail. */
@MandateTest
class RemovalsTests {

    @Autowired Lifecycle life;
    @Autowired Removals removals;
    @Autowired Permissions permissions;
    @Autowired Revocations revocations;
    @Autowired RuntimeService runtime;
    @Autowired MailLog mails;
    @Autowired Clock clock;

    private String customer;
    private Request request;
    private Permission shown;

    @BeforeEach
    void a_permission_is_held() {
        TestMail.acceptAll();
        customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().runDue();
        shown = permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    @Test
    void a_permission_is_removed_once() {
        // given
        removals.removedByCustomer(shown, "Ada Admin", "");
        life.jobs().runDue();
        int mails = TestMail.to(customer).size();

        // when
        assertThatThrownBy(() -> removals.removedByCustomer(shown, "Ada Admin", "")).isInstanceOf(PermissionChangedException.class);
        assertThatThrownBy(() -> removals.givenUp(shown, "Paula Pérez", "")).isInstanceOf(PermissionChangedException.class);

        // then
        assertThat(revocations.of(request.relationshipId())).hasSize(1);
        assertThat(running()).isZero();
        assertThat(TestMail.to(customer)).hasSize(mails);
    }

    @Test
    void one_that_was_granted_anew_is_not_removed_as_it_was_shown_before() {
        // given
        removals.givenUp(shown, "Paula Pérez", "");
        life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);

        // then
        assertThatThrownBy(() -> removals.removedByCustomer(shown, "Ada Admin", "")).isInstanceOf(PermissionChangedException.class);
        assertThat(permissions.heldBy(request.relationshipId(), clock.instant())).hasSize(1);
    }

    @Test
    void each_reason_is_told_to_both_sides_in_plain_words() {
        // when
        removals.givenUp(shown, "Paula Pérez", "We no longer offer mail.");
        life.jobs().runDue();

        // then
        assertThat(words("paula@contoso.example")).contains("You gave up your permission", "We no longer offer mail.");
        assertThat(words(customer)).contains("Contoso Cloud gave up the permission", "not checked");

        // and when
        life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        removals.removedAtService(permissions.heldBy(request.relationshipId(), clock.instant()).get(0), false);
        life.jobs().runDue();

        // then
        assertThat(words("paula@contoso.example")).contains("removed in the service’s own portal", "duty to support them stay");
        assertThat(words(customer)).contains("removed in the service’s own portal");
    }

    @Test
    void the_customer_hears_of_it_although_the_partners_address_is_refused_for_good() {
        // given
        TestMail.refuse(PAULA.address().value());

        // when
        removals.removedByCustomer(shown, "Ada Admin", "");
        life.jobs().runDue();

        // then
        assertThat(words(customer)).contains("removed the permission of Contoso Cloud");
        assertThat(running()).isZero();
        assertThat(mails.of(request.id())).filteredOn(mail -> mail.status() == MailStatus.REFUSED).hasSize(1);
    }

    @Test
    void who_can_not_be_reached_now_is_told_later_and_nobody_twice() {
        // given
        TestMail.failFor(PAULA.address().value());
        removals.removedByCustomer(shown, "Ada Admin", "");
        int before = TestMail.to(customer).size();
        List<String> due = life.jobs().dueIds();
        assertThatThrownBy(() -> life.jobs().runDue()).hasMessageContaining("451");
        assertThat(TestMail.to(customer)).hasSize(before + 1);

        // when
        TestMail.acceptAll();
        due.forEach(life.jobs()::run);

        // then
        assertThat(TestMail.to(customer)).hasSize(before + 1);
        assertThat(words("paula@contoso.example")).contains("removed your permission");
        assertThat(running()).isZero();
    }

    private static String words(String address) {
        var mails = TestMail.to(address);
        return TestMail.text(mails.get(mails.size() - 1)).replaceAll("\\s+", " ");
    }

    private long running() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(RevocationProcess.KEY)
                .processInstanceBusinessKey(String.valueOf(request.relationshipId())).count();
    }
}
