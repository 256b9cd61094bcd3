package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.invitation.Invitations;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.Records;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.TestMail;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way through Tasklist leaves the same records as the way over the pages, and nothing else. */
class TasklistTests extends TasklistTest {

    private static final AskedPermission LESS_MAIL = new AskedPermission("mail", List.of("mail-reader"), 30);

    private final String address = Lifecycle.newAddress();
    private final String pages = Lifecycle.newAddress();

    @Autowired Invitations invitations;
    @Autowired OwnRequests own;
    @Autowired HistoryService history;

    @Nested
    class The_records_are_equal {

        @Test
        void of_an_approval_in_part() {
            // given
            Request byPages = life.sent(PAULA, pages, MAIL, INFRASTRUCTURE);
            Request inTasklist = asked(address);

            // when
            life.approve(pages, LESS_MAIL);
            life.jobs().runDue();
            TasklistPerson ada = ada(inTasklist);
            done(ada.complete(ada.task(), with(yes(ada.form(ada.task())),
                    Map.of("infrastructure_approved", false, "mail_administrator", false, "mail_days", 30))));
            life.jobs().runDue();

            // then
            assertThat(requests.get(inTasklist.id()).approved()).containsExactly(LESS_MAIL);
            assertEqual(byPages, inTasklist);
            assertThat(proof(byPages)).isEqualTo("CODE");
            assertThat(proof(inTasklist)).isEqualTo("ACCOUNT");
        }

        @Test
        void of_a_takeover() {
            // given
            for (String customer : List.of(pages, address)) {
                life.sent(FIONA, customer, MAIL);
                life.approve(customer, MAIL);
                life.jobs().runDue();
            }
            Request byPages = life.sent(PAULA, pages, MAIL, INFRASTRUCTURE);
            Request inTasklist = asked(address);

            // when
            life.approve(life.proven(pages), pages, List.of(new Choice(MAIL, "fabrikam"), new Choice(INFRASTRUCTURE, "")));
            TasklistPerson ada = ada(inTasklist);
            Map<String, Object> shown = ada.form(ada.task());
            done(ada.complete(ada.task(), yes(shown)));
            life.jobs().runDue();

            // then
            assertThat(shown).containsEntry("holder_mail", "Fabrikam Managed Services")
                    .containsEntry("holder_infrastructure", "nobody");
            assertEqual(byPages, inTasklist);
        }

        @Test
        void of_a_decline() {
            // given
            Request byPages = life.sent(PAULA, pages, MAIL, INFRASTRUCTURE);
            Request inTasklist = asked(address);

            // when
            life.decline(pages, "We have ${somebody} <b>already</b>");
            TasklistPerson ada = ada(inTasklist);
            done(ada.complete(ada.task(), Map.of("decision", "decline", "administrator", true,
                    "reason", "We have ${somebody} <b>already</b>")));
            life.jobs().runDue();

            // then
            assertThat(requests.get(inTasklist.id()).reason()).isEqualTo("We have ${somebody} <b>already</b>");
            assertEqual(byPages, inTasklist);
        }

        @Test
        void of_a_corrected_address_and_a_draft_of_ones_own() {
            // given
            TestMail.refuse(pages);
            TestMail.refuse(address);
            Request draft = life.draft(PAULA, pages, MAIL, INFRASTRUCTURE);
            invitations.review(draft.id(), "Our offer", "Please see {link} soon", SentBy.MANDATE, PAULA);
            done(paula.start(who(address)));
            Request inTasklist = requests.get(newest());
            done(paula.complete(task("Review invitation", inTasklist),
                    with(SERVICES, Map.of("subject", "Our offer", "text", "Please see {link} soon"))));
            life.jobs().runDue();

            // when
            own.correctAddress(draft.id(), pages.replace("ada@", "bob@"), PAULA);
            String correct = task("Correct address", inTasklist);
            assertThat(paula.form(correct)).containsEntry("address", address);
            done(paula.complete(correct, Map.of("address", address.replace("ada@", "bob@"))));
            life.jobs().runDue();

            // then
            assertThat(requests.get(inTasklist.id()).status()).isEqualTo(RequestStatus.WAITING);
            assertThat(TestMail.to(address.replace("ada@", "bob@"))).hasSize(1);
            assertEqual(draft, inTasklist);
        }

        private void assertEqual(Request byPages, Request inTasklist) {
            assertThat(new Records(jdbc).of(inTasklist.id(), domain(address)))
                    .isEqualTo(new Records(jdbc).of(byPages.id(), domain(pages)));
            assertThat(passed(inTasklist)).isEqualTo(passed(byPages)).isNotEmpty();
        }

        private List<String> passed(Request request) {
            return history.createHistoricActivityInstanceQuery().list().stream()
                    .filter(activity -> history.createHistoricProcessInstanceQuery()
                            .processInstanceId(activity.getProcessInstanceId())
                            .processInstanceBusinessKey(request.relationshipId().toString()).count() == 1)
                    .map(activity -> activity.getProcessDefinitionKey() + " " + activity.getActivityId())
                    .sorted().toList();
        }

        private String proof(Request request) {
            return jdbc.sql("select proof from consent where request_id = :id").param("id", request.id())
                    .query(String.class).single();
        }
    }

    @Nested
    class Nothing_stays_in_the_engine {

        @Test
        void of_what_was_typed_and_of_the_link() {
            // given
            done(paula.start(who(address)));
            assertThat(paula.form(paula.task())).containsEntry("customer", "Northwind Traders <" + address + ">");
            done(paula.complete(paula.task(), with(SERVICES, Map.of("text", "Please see {link}", "subject", "Unheard-of words"))));
            assertThat(variables()).containsExactlyInAnyOrder("request", "sentBy", "mailCameBack");
            life.jobs().runDue();
            String token = life.token(address);

            // when
            Request request = requests.get(newest());
            TasklistPerson ada = ada(request);
            done(ada.complete(ada.task(), with(yes(ada.form(ada.task())), Map.of("mail_days", 217))));
            life.jobs().runDue();

            // then
            assertThat(variables()).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            for (String table : List.of("act_hi_varinst", "act_hi_detail")) {
                assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single()).isZero();
            }
            assertThat(database.columnsWith(token)).isEmpty();
            assertThat(database.columnsWith("Unheard-of words")).map(String::toLowerCase).containsExactly("request.subject");
        }

        private List<String> variables() {
            return jdbc.sql("select name_ from act_ru_variable").query(String.class).list();
        }
    }

    @Nested
    class A_customer {

        @Test
        void sees_and_answers_the_tasks_of_that_customer_only() {
            // given
            Request own = asked(address);
            Request others = asked(pages);
            TasklistPerson ada = ada(own);
            String othersTask = ada(others).task();

            // when
            var refused = ada.complete(othersTask, Map.of("decision", "decline", "administrator", true));
            var claimed = ada.claim(othersTask);

            // then
            assertThat(ada.tasks()).containsExactly("Approve relationship");
            assertThat(ada.task()).isNotEqualTo(othersTask);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(claimed.statusCode()).isEqualTo(404);
            assertThat(requests.get(others.id()).status()).isEqualTo(RequestStatus.WAITING);
        }

        @Test
        void is_shown_what_is_asked_for_and_the_whole_agreement() {
            TasklistPerson ada = ada(asked(address));

            Map<String, Object> form = ada.form(ada.task());

            assertThat(form)
                    .containsEntry("partner", "Contoso Cloud")
                    .containsEntry("contact", "Paula Pérez <paula@contoso.example>")
                    .containsEntry("mail_days", 365)
                    .containsEntry("mail_user_administrator", false)
                    .containsEntry("agreementVersion", Lifecycle.AGREEMENT)
                    .doesNotContainKey("collaboration_approved");
            assertThat(form.get("asked").toString().split(" "))
                    .containsExactlyInAnyOrder("", "mail_administrator", "mail_reader", "infrastructure_operator");
            assertThat(form.get("agreementText").toString()).hasSizeGreaterThan(1_000);
        }

        @Test
        void is_shown_at_each_claim_who_holds_a_service_by_now() {
            // given
            TasklistPerson ada = ada(asked(address));
            String task = ada.task();
            Map<String, Object> before = yes(ada.form(task));
            life.sent(FIONA, address, MAIL);
            life.approve(address, MAIL);

            // when
            var late = ada.complete(task, before);
            done(ada.claim(task));

            // then
            assertThat(late.statusCode()).isEqualTo(400);
            assertThat(late.body()).contains("Mail: another partner holds it by now", "claim it again");
            assertThat(ada.form(task)).containsEntry("holder_mail", "Fabrikam Managed Services");
            done(ada.complete(task, yes(ada.form(task))));
        }
    }
}
