package io.mandate.identity.engine;

import io.mandate.identity.Account;
import io.mandate.identity.AccountChanged;
import io.mandate.identity.Accounts;
import io.mandate.identity.Groups;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a change of an account means to the engine, in the same transaction: other groups, none for who is locked, no user
 * for who was removed. Tasks on which the person worked are there for their colleagues again.
 */
@Component
class ChangedUsers {

    private final Accounts accounts;
    private final EngineUsers users;
    private final RemovedUsers removed;
    private final TaskService tasks;

    ChangedUsers(Accounts accounts, EngineUsers users, RemovedUsers removed, TaskService tasks) {
        this.accounts = accounts;
        this.users = users;
        this.removed = removed;
        this.tasks = tasks;
    }

    @EventListener
    void changed(AccountChanged event) {
        Optional<Account> account = accounts.find(event.username());
        tasks.createTaskQuery().taskAssignee(event.username()).list().forEach(one -> tasks.setAssignee(one.getId(), null));
        account.ifPresentOrElse(
                one -> users.keepKnown(one.username(), one.displayName(), Groups.of(one)),
                () -> removed.forget(event.username()));
    }
}
