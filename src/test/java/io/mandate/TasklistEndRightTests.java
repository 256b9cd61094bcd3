package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.Terminating;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TasklistPerson;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may end a relationship in Tasklist for a customer: those who speak for it now, not everybody with an account. */
class TasklistEndRightTests extends TasklistTest {

    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired Administrators administrators;
    @Autowired TaskService tasks;
    @Autowired TransactionTemplate transactions;

    @Test
    void an_administrator_who_was_removed_confirms_nothing() {
        // given
        String address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
        UUID customer = relationships.get(request.relationshipId()).customer().id();
        EmailAddress ada = EmailAddress.of(address);
        EmailAddress boss = EmailAddress.of("boss@" + domain(address));
        accounts.add(Account.ofCustomer(customer, address, "Ada Admin", "{noop}" + People.PASSWORD, "en"));
        Termination asked = terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "");
        transactions.executeWithoutResult(done -> {
            administrators.name(customer, boss, "Ben Boss", Locale.ENGLISH, ada);
            administrators.remove(customer, ada, boss);
        });
        TasklistPerson removed = new TasklistPerson(port, address);

        // when
        HttpResponse<String> refused = removed.complete(task(request), Map.of("confirmed", true));

        // then
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("Only an administrator of the customer can end the relationship");
        assertThat(terminations.get(asked.id())).isEqualTo(asked);

        // and when
        transactions.executeWithoutResult(done -> administrators.name(customer, ada, "Ada Admin", Locale.ENGLISH, boss));
        done(removed.complete(task(request), Map.of("confirmed", true)));

        // then
        assertThat(terminations.get(asked.id()).closedBy()).isEqualTo("Ada Admin");
    }

    private String task(Request request) {
        return tasks.createTaskQuery().taskDefinitionKey("Task_ConfirmEnd")
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult().getId();
    }
}
