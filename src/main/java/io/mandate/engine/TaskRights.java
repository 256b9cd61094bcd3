package io.mandate.engine;

import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.TaskPermissions.READ;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.TaskPermissions.TASK_WORK;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/** What the people a task is offered to may do with it: read, claim, give back and complete it; nothing else. */
class TaskRights extends DefaultAuthorizationProvider {

    private static final Permission[] WORK = {READ, TASK_WORK, TASK_ASSIGN};

    @Override
    protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
        return WORK;
    }

    /** A task that was made in this transaction has no earlier rights to look for. */
    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        boolean made = Context.getCommandContext().getDbEntityManager().getDbEntityCache().isTransient((TaskEntity) task);
        return made
                ? new AuthorizationEntity[] {createAuthorization(null, groupId, TASK, task.getId(), WORK)}
                : super.newTaskGroupIdentityLink(task, groupId, type);
    }
}
