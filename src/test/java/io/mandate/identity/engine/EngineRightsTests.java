package io.mandate.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.MandateTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Several nodes that start, or sign the same person in, at the same time, on a real PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class EngineRightsTests {

    private static final int NODES = 6;

    @Autowired EngineRights rights;
    @Autowired EngineUsers users;
    @Autowired AuthorizationService authorizations;
    @Autowired FilterService filters;
    @Autowired IdentityService identities;

    @BeforeEach
    void nothingThere() {
        filters.createFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
        authorizations.createAuthorizationQuery().list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
        identities.createGroupQuery().list().forEach(group -> identities.deleteGroup(group.getId()));
        identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
    }

    @Test
    void rights_groups_and_filter_are_made_once() throws Exception {
        atOnce(() -> rights.run(null));

        long made = authorizations.createAuthorizationQuery().count();
        rights.run(null);
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(made).isPositive();
        assertThat(filters.createFilterQuery().list()).singleElement()
                .satisfies(filter -> assertThat(filter.getName()).isEqualTo("All my tasks"));
        assertThat(identities.createGroupQuery().list()).extracting("id")
                .containsExactlyInAnyOrder("partners", "customers", "support", "auditors", "camunda-admin");
    }

    @Test
    void a_user_is_made_once_with_the_groups_of_the_account() throws Exception {
        atOnce(() -> users.keep("paula@contoso.example", "Paula Pérez", Set.of("partners", "partner-contoso")));

        assertThat(identities.createUserQuery().list()).singleElement()
                .satisfies(user -> assertThat(user.getFirstName()).isEqualTo("Paula Pérez"));
        assertThat(identities.createGroupQuery().groupMember("paula@contoso.example").list()).extracting("id")
                .containsExactlyInAnyOrder("partners", "partner-contoso");
    }

    private static void atOnce(Runnable work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Callable<Object>> starts = Stream.generate(() -> Executors.callable(work)).limit(NODES).toList();
            for (Future<Object> node : nodes.invokeAll(starts)) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
    }
}
