package io.mandate;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TasklistPerson;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two partners, one customer. Whatever one of them tries in Tasklist, the engine's REST and its own pages, the answers are the
 * same, word for word, whether the other has tasks, requests and relationships or has nothing: so nothing can be learnt from
 * them, neither by what is listed, counted and sorted nor by what is refused and how.
 */
class PartnerIsolationTests extends TasklistTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final List<String> THEIRS = List.of("abrikam", "Fiona", "Zweite");

    @Autowired TaskService tasks;

    private final String address = Lifecycle.newAddress();
    private Visitor attacker;
    private Request own;

    /** What belongs to one partner. */
    private record Ids(String task, String instance, String relationship, String request, String user) {

        static Ids nobodys() {
            return new Ids(UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(), "nobody@nowhere.example");
        }

        String hidden(String words) {
            return Stream.of(task, instance, relationship, request, user).reduce(words, (rest, id) -> rest.replace(id, "an id"));
        }
    }

    @BeforeEach
    void one_partner_at_work() {
        life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        own = life.draft(PAULA, address, INFRASTRUCTURE);
        life.draft(PAULA, Lifecycle.newAddress(), MAIL);
        attacker = Visitor.signedIn(port, PAULA.address().value());
    }

    /** The other partner asks the same customer and another one; the tasks of the former are claimed. */
    private Ids the_other_partner_at_work() {
        Request draft = life.draft(FIONA, address, INFRASTRUCTURE);
        life.sent(FIONA, address, MAIL);
        String elsewhere = Lifecycle.newAddress();
        life.sent(FIONA, elsewhere, MAIL);
        life.approve(elsewhere, MAIL);
        life.jobs().runDue();
        life.draft(FIONA, elsewhere, INFRASTRUCTURE);
        Task task = tasks.createTaskQuery().taskId(task("Review invitation", draft)).singleResult();
        done(new TasklistPerson(port, FIONA.address().value()).claim(task.getId()));
        return new Ids(task.getId(), task.getProcessInstanceId(), draft.relationshipId().toString(), draft.id().toString(),
                FIONA.address().value());
    }

    @Test
    void nothing_that_a_partner_tries_tells_whether_another_partner_has_anything() {
        // given
        Ids nobodys = Ids.nobodys();
        Map<String, String> before = answers(nobodys);

        // when
        Ids theirs = the_other_partner_at_work();
        Map<String, String> after = answers(theirs);

        // then
        assertThat(before).hasSizeGreaterThan(150);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        assertThat(before).allSatisfy((attempt, answer) -> assertThat(attempt.startsWith("OPEN") && answer.startsWith("5")).as(attempt).isFalse());
        before.forEach((attempt, answer) -> assertThat(after.get(attempt)).as(attempt).isEqualTo(answer));
        // What was typed comes back in the field where it was typed.
        after.forEach((attempt, answer) -> assertThat(THEIRS.stream().filter(answer::contains)).as(attempt)
                .allSatisfy(word -> assertThat(attempt).containsIgnoringCase(word)));
        assertThat(tasks.createTaskQuery().taskId(theirs.task()).singleResult().getAssignee()).isEqualTo(theirs.user());
    }

    @Test
    void the_attempts_would_tell_something_to_who_may_read_it() {
        // given
        attacker = Visitor.signedIn(port, People.OLIVIA);
        Map<String, String> before = answers(Ids.nobodys());

        // when
        Map<String, String> after = answers(the_other_partner_at_work());

        // then
        assertThat(before.keySet().stream().filter(attempt -> attempt.contains(" /engine/") && !before.get(attempt).equals(after.get(attempt))))
                .hasSizeGreaterThan(60);
    }

    /** What came of every attempt, by what was attempted; ids in question are left out of both. */
    private Map<String, String> answers(Ids ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        Stream.of(tasks(ids), single(ids), pages(ids)).flatMap(all -> all).forEach(attempt -> {
            HttpResponse<String> answer = attempt.method().equals("OPEN")
                    ? attacker.open(attempt.path()) : attacker.rest(attempt.method(), attempt.path(), attempt.body());
            String words = ids.hidden(answer.statusCode() + " " + answer.body())
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "a token");
            answers.put(ids.hidden(attempt.method() + " " + attempt.path() + " " + attempt.body()), words);
        });
        return answers;
    }

    private record Attempt(String method, String path, String body) {}

    /** Every way to ask for tasks, with everything that a query of tasks can hold. */
    private Stream<Attempt> tasks(Ids ids) {
        String filter = attacker.engine("GET", "/filter?resourceType=Task", null).get(0).get("id").asText();
        Stream<Attempt> posted = IsolationQueries.bodies(ids.task(), ids.instance(), ids.relationship(), ids.request(), ids.user()).stream()
                .flatMap(body -> Stream.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")
                        .map(path -> new Attempt("POST", ENGINE + path, body)));
        Stream<Attempt> asked = IsolationQueries.parameters(ids.task(), ids.instance(), ids.relationship(), ids.request(), ids.user()).stream()
                .flatMap(query -> Stream.of("/task", "/task/count", "/history/user-operation", "/history/user-operation/count")
                        .map(path -> new Attempt("GET", ENGINE + path + "?" + query, null)));
        return Stream.concat(posted, asked);
    }

    /** One task, one person, and what Tasklist does not need. */
    private static Stream<Attempt> single(Ids ids) {
        Stream<Attempt> read = Stream.of("/task/" + ids.task(), "/task/" + ids.task() + "/form", "/task/" + ids.task() + "/deployed-form",
                        "/task/" + ids.task() + "/form-variables", "/task/" + ids.task() + "/form-variables?variableNames=request",
                        "/task/" + ids.task() + "/identity-links", "/task/" + ids.task() + "/comment", "/task/" + ids.task() + "/variables",
                        "/user/" + ids.user() + "/profile", "/filter", "/filter/count", "/process-definition", "/process-definition/count",
                        "/process-definition/statistics", "/process-definition/key/invitation/statistics", "/process-instance/" + ids.instance(),
                        "/process-instance/count", "/history/process-instance/count", "/variable-instance/count",
                        "/task/report/candidate-group-count", "/execution/count", "/job/count", "/group", "/user")
                .map(path -> new Attempt("GET", ENGINE + path, null));
        Stream<Attempt> done = Stream.of("claim", "unclaim", "submit-form")
                .map(act -> new Attempt("POST", ENGINE + "/task/" + ids.task() + "/" + act,
                        act.equals("claim") ? "{\"userId\": \"" + PAULA.address().value() + "\"}" : "{}"));
        return Stream.concat(read, done);
    }

    /** The partner's pages: lists by every word, order and page, and ids. */
    private Stream<Attempt> pages(Ids ids) {
        return Stream.of("/customers?q=Zweite", "/customers?q=fabrikam", "/customers?q=fiona", "/customers?q=" + domain(address),
                        "/customers?sort=organisation", "/customers?sort=-changed&page=2", "/customers?status=IN_FORCE", "/customers?status=REQUESTED",
                        "/customers?page=99", "/customers/of-partners?q=fabrikam", "/terms", "/terms?months=24&partner=fabrikam", "/terms?page=2",
                        "/customers/" + own.relationshipId(), "/customers/" + ids.relationship(), "/requests/" + ids.request(),
                        "/requests/" + ids.request() + "/diagram", "/requests/" + ids.request() + "/draft", "/requests/" + ids.request() + "/share",
                        "/requests/" + ids.request() + "/services", "/requests/new?again=" + ids.request(), "/requests/new?customer=" + ids.relationship(),
                        "/requests/new?partner=fabrikam", "/customers/" + ids.relationship() + "/end", "/customers/" + ids.relationship() + "/duty",
                        "/customers/" + ids.relationship() + "/restore", "/customers/" + ids.relationship() + "/service-requests/new",
                        "/customers/" + ids.relationship() + "/service-requests/" + ids.request(),
                        "/customers/" + own.relationshipId() + "/service-requests/" + ids.request(), "/overview/relationships/" + ids.relationship(),
                        "/support/" + ids.request(), "/organisation/" + ids.relationship())
                .map(path -> new Attempt("OPEN", path, null));
    }
}
