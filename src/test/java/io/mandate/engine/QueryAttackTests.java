package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** CVE-2026-109432: expressions in parts of task queries, sent to the running service. */
@ServiceTest
class QueryAttackTests {

    private static final String ATTACK = "{\"orQueries\": [{\"assigneeExpression\": \"${queryAttack.incrementAndGet()}\"}]}";
    private static final String HARMLESS = "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\"}]}";

    @LocalServerPort int port;
    @Autowired ConfigurableApplicationContext beans;
    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired FilterService filters;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    private AtomicInteger evaluated;
    private ExpressionManager guarded;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        evaluated = new AtomicInteger();
        beans.getBeanFactory().registerSingleton("queryAttack", evaluated);
        guarded = engine.getExpressionManager();
    }

    @AfterEach
    void asBefore() {
        engine.setExpressionManager(guarded);
        ((DefaultListableBeanFactory) beans.getBeanFactory()).destroySingleton("queryAttack");
        filters.createFilterQuery().filterNameLike("Attack%").list()
                .forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    @Nested
    class A_partner {

        @Test
        void cannot_run_code_by_listing_or_counting_tasks() {
            Visitor paula = Visitor.signedIn(port, "paula@contoso.example");

            var list = paula.rest("POST", "/engine/engine/default/task", ATTACK);
            var count = paula.rest("POST", "/engine/engine/default/task/count", ATTACK);

            assertRefused(list);
            assertRefused(count);
            assertThat(evaluated).hasValue(0);
        }

        @Test
        void cannot_run_code_by_extending_the_shared_filter() {
            Visitor paula = Visitor.signedIn(port, "paula@contoso.example");
            String filter = paula.engine("GET", "/filter?resourceType=Task", null).get(0).get("id").asText();

            var list = paula.rest("POST", "/engine/engine/default/filter/" + filter + "/list", ATTACK);
            var count = paula.rest("POST", "/engine/engine/default/filter/" + filter + "/count", ATTACK);

            assertRefused(list);
            assertRefused(count);
            assertThat(evaluated).hasValue(0);
        }

        @Test
        void may_ask_for_tasks_of_the_person_who_asks() {
            Visitor paula = Visitor.signedIn(port, "paula@contoso.example");

            var list = paula.rest("POST", "/engine/engine/default/task", HARMLESS);

            assertThat(list.statusCode()).isEqualTo(200);
        }

        @Test
        void would_run_code_in_an_engine_without_the_guard() {
            Visitor paula = Visitor.signedIn(port, "paula@contoso.example");
            engine.setExpressionManager(new SpringExpressionManager(beans));

            paula.rest("POST", "/engine/engine/default/task", ATTACK);

            assertThat(evaluated).hasValue(1);
        }

        @Test
        void can_neither_create_nor_change_a_filter() {
            Visitor paula = Visitor.signedIn(port, "paula@contoso.example");
            String shared = paula.engine("GET", "/filter?resourceType=Task", null).get(0).get("id").asText();

            var create = paula.rest("POST", "/engine/engine/default/filter/create", filter("Attack", "{}"));
            var change = paula.rest("PUT", "/engine/engine/default/filter/" + shared, filter("Attack", "{}"));

            assertThat(create.statusCode()).isEqualTo(403);
            assertThat(change.statusCode()).isEqualTo(403);
            assertThat(filters.createFilterQuery().filterName("Attack").count()).isZero();
        }
    }

    @Nested
    class A_stored_filter {

        @Test
        void runs_no_code_from_its_own_parts() {
            Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
            String id = olivia.engine("POST", "/filter/create", filter("Attack by parts", ATTACK)).get("id").asText();

            var list = olivia.rest("POST", "/engine/engine/default/filter/" + id + "/list", "{}");

            assertRefused(list);
            assertThat(evaluated).hasValue(0);
        }

        @Test
        void runs_no_code_from_its_whole() {
            Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
            String id = olivia.engine("POST", "/filter/create", filter("Attack as a whole",
                    "{\"assigneeExpression\": \"${queryAttack.incrementAndGet()}\"}")).get("id").asText();

            var count = olivia.rest("GET", "/engine/engine/default/filter/" + id + "/count", null);

            assertRefused(count);
            assertThat(evaluated).hasValue(0);
        }

        @Test
        void may_still_ask_for_tasks_of_the_person_who_opens_it() {
            Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
            String id = olivia.engine("POST", "/filter/create", filter("Attack that is none",
                    "{\"assigneeExpression\": \"${currentUser()}\", \"candidateGroupsExpression\": \"${currentUserGroups()}\"}"))
                    .get("id").asText();

            assertThat(olivia.engine("GET", "/filter/" + id + "/count", null).get("count").asInt()).isZero();
        }

        @Test
        void would_run_code_in_an_engine_without_the_guard() {
            Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
            String id = olivia.engine("POST", "/filter/create", filter("Attack by parts", ATTACK)).get("id").asText();
            engine.setExpressionManager(new SpringExpressionManager(beans));

            olivia.rest("POST", "/engine/engine/default/filter/" + id + "/list", "{}");

            assertThat(evaluated.get()).isPositive();
        }
    }

    /** The engine wraps the guard's refusal, so that it reads as a failure. */
    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Unable to resolve expression");
    }

    private static String filter(String name, String query) {
        return "{\"name\": \"%s\", \"resourceType\": \"Task\", \"query\": %s}".formatted(name, query);
    }
}
