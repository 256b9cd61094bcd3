package io.mandate.engine;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * What people who work in the engine's web apps cannot do beyond forms. Who may read no instance cannot find out by searching
 * and sorting tasks what the instances behind them hold; and nobody deletes an instance that belongs to a relationship, since
 * the record would not follow.
 */
class PeopleLimits extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Authentication person = context.getAuthentication();
        if (person != null && person.getUserId() != null && context.isAuthorizationCheckEnabled()) {
            hold(command, context);
        }
        return next.execute(command);
    }

    private static void hold(Command<?> command, CommandContext context) {
        if (command instanceof TaskQueryImpl query) {
            hold(query, context);
        } else if (command instanceof AbstractExecuteFilterCmd
                && PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue("extendingQuery")
                        instanceof TaskQueryImpl query) {
            hold(query, context);
        } else if (command instanceof DeleteProcessInstanceCmd) {
            String id = (String) PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue("processInstanceId");
            ExecutionEntity instance = context.getExecutionManager().findExecutionById(id);
            if (instance != null && instance.getBusinessKey() != null) {
                throw new FormRefusedException("This instance belongs to a relationship, whose record would not follow."
                        + " Let the partner withdraw the request, or repair what is stuck and increment its retries");
            }
        }
    }

    private static void hold(TaskQueryImpl query, CommandContext context) {
        if (looksBehindTasks(query)
                && !context.getAuthorizationManager().isAuthorized(READ_INSTANCE, PROCESS_DEFINITION, Authorization.ANY)) {
            throw new FormRefusedException("Tasks are searched and sorted by what they show: neither by variables of the"
                    + " process nor by its business key");
        }
    }

    /** Also in the parts that are combined by "or". */
    private static boolean looksBehindTasks(TaskQueryImpl query) {
        return query.getProcessInstanceBusinessKey() != null
                || query.getProcessInstanceBusinessKeyLike() != null
                || query.getProcessInstanceBusinessKeys() != null
                || query.getCaseInstanceBusinessKey() != null
                || query.getCaseInstanceBusinessKeyLike() != null
                || query.getVariables().stream().anyMatch(variable -> !variable.isLocal())
                || query.getOrderingProperties().stream().anyMatch(PeopleLimits::isByVariable)
                || query.getQueries().stream().anyMatch(part -> part != query && looksBehindTasks(part));
    }

    private static boolean isByVariable(QueryOrderingProperty order) {
        return QueryOrderingProperty.RELATION_VARIABLE.equals(order.getRelation());
    }
}
