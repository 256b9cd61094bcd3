package io.mandate.invitation;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Approval;
import io.mandate.acceptance.Proving;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Jobs;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MandateTest
class LifecycleTests {

    private static final List<AskedPermission> MAIL =
            List.of(new AskedPermission("mail", List.of("mail-administrator", "mail-reader"), 365));

    @Autowired Partners partners;
    @Autowired Invitations invitations;
    @Autowired Proving proving;
    @Autowired Answers answers;
    @Autowired Requests requests;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired Clock clock;

    @BeforeEach
    void partners() {
        People.join(partners);
    }

    @Test
    void a_request_becomes_a_permission_by_mail() {
        // given
        Request request = invitations.request(new NewInvitation("Northwind Traders", "nancy@northwind.example", "en", "US",
                "global", "First", MAIL, false), PAULA);
        invitations.review(request.id(), request.subject(), request.text(), SentBy.MANDATE, PAULA);
        new Jobs(management).runDue();

        // when
        String link = TestMail.link("nancy@northwind.example");
        String token = link.substring(link.lastIndexOf('/') + 1);
        proving.sendCode(token, "browser", "nancy@northwind.example", Locale.ENGLISH);
        proving.enter(token, "browser", TestMail.code("nancy@northwind.example"));
        answers.approve(token, "browser", new Approval("Nancy", true, true, "2026-10", Locale.ENGLISH,
                List.of(new Choice(MAIL.get(0), ""))));
        new Jobs(management).runDue();

        // then
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(permissions.heldAt(relationships.get(request.relationshipId()).customer().id(), clock.instant()))
                .singleElement().satisfies(held -> assertThat(held.holder()).isEqualTo("contoso"));
        assertThat(runtime.createProcessInstanceQuery().list()).isEmpty();
        assertThat(TestMail.text("paula@contoso.example", "Northwind Traders")).contains("Nancy");
    }
}
