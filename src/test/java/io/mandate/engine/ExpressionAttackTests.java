package io.mandate.engine;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Expressions typed wherever a text can be typed: each stays the text that it is. */
@ServiceTest
class ExpressionAttackTests {

    private static final String TYPED = "${1+1}#{2+2}";

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired FilterService filters;
    @Autowired DecisionService decisions;
    @Autowired ManagementService management;
    @Autowired ProcessEngineConfigurationImpl engine;

    private final String address = Lifecycle.newAddress();
    private Visitor olivia;
    private Task task;

    @BeforeEach
    void somethingRuns() {
        People.join(partners, accounts);
        invitations.request(new NewInvitation("Northwind Traders", address, "en", "US", "global",
                "", List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), PAULA);
        task = tasks.createTaskQuery().singleResult();
        olivia = Visitor.signedIn(port, People.OLIVIA);
    }

    @AfterEach
    void nothingLeft() {
        runtime.createProcessInstanceQuery().list()
                .forEach(instance -> runtime.deleteProcessInstanceIfExists(instance.getId(), "end of test", false, true, true, false));
        filters.createFilterQuery().filterNameLike("Attack%").list().forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    @Nested
    class Typed_by_a_process_owner {

        @Test
        void the_name_description_and_owner_of_a_task_stay_text() {
            send("PUT", "/task/" + task.getId(), """
                    {"name": "N %1$s", "description": "D %1$s", "owner": "O %1$s", "priority": 50}
                    """.formatted(TYPED));

            Task changed = tasks.createTaskQuery().taskId(task.getId()).singleResult();
            assertThat(changed.getName()).isIn("N " + TYPED, task.getName());
            assertThat(changed.getDescription()).isIn("D " + TYPED, null);
            assertThat(changed.getOwner()).isIn("O " + TYPED, null);
        }

        @Test
        void the_assignee_and_a_candidate_group_stay_text_or_are_refused() {
            send("POST", "/task/" + task.getId() + "/assignee", "{\"userId\": \"" + TYPED + "\"}");
            send("POST", "/task/" + task.getId() + "/identity-links", "{\"groupId\": \"" + TYPED + "\", \"type\": \"candidate\"}");

            assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isIn(TYPED, null);
            assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting("groupId")
                    .doesNotContain("2", "4", "24");
        }

        @Test
        void a_comment_stays_text() {
            send("POST", "/task/" + task.getId() + "/comment/create", "{\"message\": \"C " + TYPED + "\"}");

            assertThat(tasks.getTaskComments(task.getId())).extracting(Comment::getFullMessage).allMatch(("C " + TYPED)::equals);
        }

        @Test
        void the_name_and_the_properties_of_a_filter_stay_text() {
            send("POST", "/filter/create", """
                    {"name": "Attack %1$s", "resourceType": "Task", "query": {"name": "%1$s"}, "properties": {"description": "%1$s"}}
                    """.formatted(TYPED));

            var filter = filters.createFilterQuery().filterNameLike("Attack%").singleResult();
            assertThat(filter.getName()).isEqualTo("Attack " + TYPED);
            assertThat(filter.getProperties()).containsEntry("description", TYPED);
            assertThat(olivia.engine("GET", "/filter/" + filter.getId() + "/count", null).get("count").asInt()).isZero();
        }

        @Test
        void a_query_asks_for_the_text() {
            assertThat(olivia.rest("POST", "/engine/engine/default/task/count", "{\"name\": \"" + TYPED + "\"}").body())
                    .contains("\"count\":0");
        }
    }

    /** What the web apps' interface makes of what is sent to it; most of these addresses are closed before. */
    @Nested
    class Told_to_the_engine {

        @Test
        void the_name_of_a_message_or_a_signal_is_looked_for_as_it_is() {
            assertThatExceptionOfType(MismatchingMessageCorrelationException.class)
                    .isThrownBy(() -> runtime.createMessageCorrelation(TYPED).processInstanceBusinessKey(TYPED)
                            .processInstanceVariableEquals("a", TYPED).correlate())
                    .withMessageContaining(TYPED);
            assertThatCode(() -> runtime.signalEventReceived(TYPED)).doesNotThrowAnyException();
        }

        @Test
        void an_element_and_a_reason_are_taken_as_they_are() {
            assertThatExceptionOfType(ProcessEngineException.class)
                    .isThrownBy(() -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                            .setAnnotation(TYPED).startBeforeActivity(TYPED).execute())
                    .withMessageContaining(TYPED);
        }

        @Test
        void variables_names_and_comments_stay_text() {
            runtime.setVariable(task.getProcessInstanceId(), "note", TYPED);
            tasks.setName(task.getId(), TYPED);
            tasks.setOwner(task.getId(), TYPED);
            tasks.createComment(task.getId(), task.getProcessInstanceId(), TYPED);

            assertThat(runtime.getVariable(task.getProcessInstanceId(), "note")).isEqualTo(TYPED);
            assertThat(tasks.createTaskQuery().taskName(TYPED).taskOwner(TYPED).count()).isEqualTo(1);
            assertThat(tasks.getTaskComments(task.getId())).extracting(Comment::getFullMessage).containsExactly(TYPED);
        }
    }

    @Nested
    class Typed_by_a_partner {

        @Test
        void names_subject_and_text_reach_the_mail_as_they_are() {
            String request = (String) runtime.getVariable(task.getProcessInstanceId(), "request");
            String thymeleaf = "[[${1+1}]] [(${1+1})] __${1+1}__ *{1+1} @{/x} ~{x}";
            invitations.review(UUID.fromString(request), "Subject " + TYPED, "Text " + TYPED + " " + thymeleaf + " {link}",
                    SentBy.MANDATE, PAULA);
            new Jobs(management).runDue();

            MimeMessage mail = TestMail.to(address).get(0);
            assertThat(TestMail.subject(mail)).isEqualTo("Subject " + TYPED);
            assertThat(TestMail.text(mail)).contains("Text " + TYPED + " " + thymeleaf);
        }
    }

    @Nested
    class Evaluated {

        @ParameterizedTest
        @ValueSource(strings = {
            "${''.getClass()}", "${''.class.forName('java.lang.Runtime')}", "${1+1}", "#{2+2}", "a ${answer} b", "${a.b.c}", "${a[0]}",
            "${dataSource.getConnection()}.x", "${T(java.lang.Runtime)}", "${f()}", "${dateTime()}", "${x = 1}", "${'a' += 'b'}",
        })
        void is_no_expression_of_another_form(String expression) {
            assertThatExceptionOfType(BadUserRequestException.class)
                    .isThrownBy(() -> engine.getExpressionManager().createExpression(expression));
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "${dataSource}", "${environment}", "${linkProperties}", "${mandateApplication}", "${repositoryService}", "${accounts}",
            "${processEngine.getName()}", "${dataSource.getConnection()}", "${grantTellBothSides.getClass()}",
            "${grantTellBothSides.hashCode()}", "${grantCandidates.toString()}",
        })
        void is_nothing_but_steps(String expression) {
            assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> value(expression))
                    .withMessageMatching("(?s).*(Unknown property used|Unknown method used|calls steps only|does not say).*");
        }

        @Test
        void are_steps_by_name_and_texts_as_they_are() {
            assertThat(value("${grantTellBothSides}").getClass().getSimpleName()).contains("TellBothSides");
            assertThat(value("${termsTermsDue.next()}")).asString().startsWith("R/");
            assertThat(value("R/PT1H")).isEqualTo("R/PT1H");
        }

        @Test
        void are_tables_in_their_own_language_only() {
            assertThat(decisions.evaluateDecisionTableByKey("term-rules", Map.of("cloud", "${1}", "strength", 1))
                    .getSingleResult().getEntryMap()).containsEntry("extensionDays", 180);
        }

        private Object value(String expression) {
            return engine.getCommandExecutorTxRequired().execute(context ->
                    engine.getExpressionManager().createExpression(expression).getValue(StartProcessVariableScope.getSharedInstance()));
        }
    }

    private void send(String method, String path, String json) {
        assertThat(olivia.rest(method, "/engine/engine/default" + path, json).statusCode()).isLessThan(500);
    }
}
