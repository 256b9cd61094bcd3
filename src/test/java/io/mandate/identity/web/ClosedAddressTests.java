package io.mandate.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses of the engine's web apps that are open to nobody, process owners included. */
@ServiceTest
class ClosedAddressTests {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String SET_UP = "/admin/setup/default/user/create";
    private static final String NEW_ADMINISTRATOR =
            """
            {"profile": {"id": "mallory", "firstName": "M", "lastName": "M"}, "credentials": {"password": "m"}}
            """;

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired IdentityService identities;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
    }

    @Test
    void the_set_up_makes_no_administrator_even_while_the_engine_has_none() {
        List<Visitor> visitors = List.of(
                new Visitor(port), Visitor.signedIn(port, People.PAULA.address().value()), Visitor.signedIn(port, People.OLIVIA));
        List<User> members = administrators();
        members.forEach(member -> identities.deleteMembership(member.getId(), ADMINISTRATORS));

        List<Integer> answers = visitors.stream()
                .map(visitor -> visitor.rest("POST", SET_UP, NEW_ADMINISTRATOR).statusCode())
                .toList();
        List<User> made = administrators();
        members.forEach(member -> identities.createMembership(member.getId(), ADMINISTRATORS));

        assertThat(answers).containsExactly(401, 403, 403);
        assertThat(made).isEmpty();
    }

    @Test
    void there_is_always_an_administrator_whom_nobody_can_be() {
        assertThat(administrators()).extracting(User::getId).contains("mandate");
        assertThat(accounts.find("mandate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/camunda/app/admin/default/setup/", "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/", "/camunda//api/admin/setup/default/user/create",
        "/camunda/api/admin/;x/setup/default/user/create", "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create", "/camunda/api/engine/engine/default/%2e%2e/setup",
    })
    void no_other_spelling_of_an_address_opens_it(String path) {
        assertThat(Visitor.signedIn(port, People.OLIVIA).open(path).statusCode()).isIn(400, 403);
    }

    private List<User> administrators() {
        return identities.createUserQuery().memberOfGroup(ADMINISTRATORS).list();
    }
}
