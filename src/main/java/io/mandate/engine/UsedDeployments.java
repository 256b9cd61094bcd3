package io.mandate.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * Keeps people from deleting what is in use: a deployment goes only where nothing in it is the newest version of its kind, and
 * nothing runs on it. The engine would delete running instances with it, behind the back of the record.
 */
class UsedDeployments extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        if (context.getAuthenticatedUserId() != null && context.isAuthorizationCheckEnabled()) {
            if (command instanceof DeleteDeploymentCmd) {
                refuseUsed(PropertyAccessorFactory.forDirectFieldAccess(command).getPropertyValue("deploymentId"), context);
            } else if (command instanceof DeleteProcessDefinitionsByIdsCmd || command instanceof AbstractDeleteProcessDefinitionCmd) {
                throw new BadUserRequestException("Versions of a process are deleted with their deployment only");
            }
        }
        return next.execute(command);
    }

    private static void refuseUsed(Object deployment, CommandContext context) {
        if (deployment instanceof String id) {
            ProcessEngineServices engine = context.getProcessEngineConfiguration().getProcessEngine();
            context.runWithoutAuthorization(() -> {
                refuseNewest(id, engine.getRepositoryService());
                if (engine.getRuntimeService().createProcessInstanceQuery().deploymentId(id).count() > 0) {
                    throw new BadUserRequestException("This deployment is in use: instances run on it");
                }
                return null;
            });
        }
    }

    private static void refuseNewest(String deployment, RepositoryService repository) {
        List<ProcessDefinition> processes = repository.createProcessDefinitionQuery().deploymentId(deployment).list();
        List<DecisionDefinition> tables = repository.createDecisionDefinitionQuery().deploymentId(deployment).list();
        for (ProcessDefinition one : processes) {
            refuse(one.getKey(), one.getVersion(), repository.createProcessDefinitionQuery()
                    .processDefinitionKey(one.getKey()).latestVersion().singleResult().getVersion());
        }
        for (DecisionDefinition one : tables) {
            refuse(one.getKey(), one.getVersion(), repository.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(one.getKey()).latestVersion().singleResult().getVersion());
        }
    }

    private static void refuse(String key, int version, int newest) {
        if (version == newest) {
            throw new BadUserRequestException("This deployment is in use: it holds the newest version of " + key);
        }
    }
}
