package io.mandate.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * Holds people who work in the engine's web apps to the forms: a process starts with its start form, a task is completed
 * by those it is offered to, and neither carries anything but fields of the form. What was typed becomes transient
 * variables, which steps and listeners of the same transaction read and nobody else ever sees.
 *
 * <p>Mandate's own calls are not concerned: they act without an engine user, as the engine's own authorizations have it.
 */
class FormContract extends CommandInterceptor {

    private final FormFields forms;
    private final FormRefusals refusals;

    FormContract(FormFields forms, FormRefusals refusals) {
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Authentication person = context.getAuthentication();
        if (person == null || person.getUserId() == null || !context.isAuthorizationCheckEnabled()) {
            return next.execute(command);
        }
        hold(command, person, context);
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw refusals.readable(failure);
        }
    }

    private void hold(Command<?> command, Authentication person, CommandContext context) {
        ConfigurablePropertyAccessor fields = PropertyAccessorFactory.forDirectFieldAccess(command);
        if (command instanceof SubmitStartFormCmd) {
            start(fields, context);
        } else if (command instanceof StartProcessInstanceCmd || command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw new FormRefusedException("A process is started with its start form only");
        } else if (command instanceof SubmitTaskFormCmd) {
            complete(fields, "properties", person, context);
        } else if (command instanceof CompleteTaskCmd) {
            complete(fields, "variables", person, context);
        } else if (command instanceof ClaimTaskCmd) {
            claim(fields, person);
        }
    }

    private void start(ConfigurablePropertyAccessor command, CommandContext context) {
        String definitionId = (String) command.getPropertyValue("processDefinitionId");
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        if (!definition.isStartableInTasklist()) {
            throw new FormRefusedException(definition.getName() + " is started by another process only");
        }
        if (command.getPropertyValue("businessKey") != null) {
            throw new FormRefusedException("The business key is not chosen by the person who starts");
        }
        command.setPropertyValue(
                "variables", accepted(command.getPropertyValue("variables"), forms.ofStart(definition, context)));
    }

    private void complete(
            ConfigurablePropertyAccessor command, String values, Authentication person, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById((String) command.getPropertyValue("taskId"));
        if (task == null) {
            return; // the command says so
        }
        if (task.getCandidates().stream().noneMatch(candidate -> isOne(person, candidate))) {
            throw new AuthorizationException("Only those to whom this task is offered may complete it");
        }
        VariableMap accepted = accepted(command.getPropertyValue(values), forms.ofTask(task, context));
        // What the form was filled with beforehand makes room for what was typed.
        accepted.keySet().stream().filter(task::hasVariableLocal).toList().forEach(task::removeVariableLocal);
        command.setPropertyValue(values, accepted);
    }

    private static void claim(ConfigurablePropertyAccessor command, Authentication person) {
        if (!person.getUserId().equals(command.getPropertyValue("userId"))) {
            throw new AuthorizationException("A task is claimed for oneself only");
        }
    }

    private static boolean isOne(Authentication person, IdentityLink candidate) {
        Collection<String> groups = person.getGroupIds() == null ? Set.of() : person.getGroupIds();
        return person.getUserId().equals(candidate.getUserId()) || groups.contains(candidate.getGroupId());
    }

    @SuppressWarnings("unchecked")
    private static VariableMap accepted(Object submitted, Set<String> fields) {
        return SubmittedValues.accept((Map<String, Object>) submitted, fields);
    }
}
