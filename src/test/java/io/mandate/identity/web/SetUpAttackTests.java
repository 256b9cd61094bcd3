package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** CVE-2026-77226 in a service whose guard of the web apps is taken away; {@link ClosedAddressTests} has the guarded one. */
@ServiceTest
class SetUpAttackTests {

    private static final String NEW_ADMINISTRATOR =
            """
            {"profile": {"id": "%s", "firstName": "M", "lastName": "M"}, "credentials": {"password": "m"}}
            """;

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired IdentityService identities;

    /** Decides nothing, which admits everybody. */
    @MockitoBean WebAppAccess noGuard;

    @Test
    void without_the_guard_anybody_could_become_administrator_of_an_engine_that_has_none() {
        People.join(partners, accounts);
        Visitor paula = Visitor.signedIn(port, "paula@contoso.example");

        paula.rest("POST", "/admin/setup/default/user/create", NEW_ADMINISTRATOR.formatted("early"));
        identities.deleteMembership("mandate", "camunda-admin");
        paula.rest("POST", "/admin/setup/default/user/create", NEW_ADMINISTRATOR.formatted("late"));

        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id").containsExactly("late");
    }
}
