package io.mandate.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** The fields of the form that a person was shown: of the version that belongs to the running instance. */
@Component
class FormFields {

    private final ObjectMapper json;

    FormFields(ObjectMapper json) {
        this.json = json;
    }

    /** Names of the fields to be filled in to start the process; none where it has no form. */
    Set<String> ofStart(ProcessDefinitionEntity definition, CommandContext context) {
        return hasForm(definition.getStartFormDefinition())
                ? fields(new GetDeployedStartFormCmd(definition.getId()), context)
                : Set.of();
    }

    /** Names of the fields to be filled in to complete the task; none where it has no form. */
    Set<String> ofTask(TaskEntity task, CommandContext context) {
        return task.getTaskDefinition() != null && hasForm(task.getTaskDefinition().getFormDefinition())
                ? fields(new GetDeployedTaskFormCmd(task.getId()), context)
                : Set.of();
    }

    private static boolean hasForm(FormDefinition form) {
        return form != null && form.getCamundaFormDefinitionKey() != null;
    }

    private Set<String> fields(Command<InputStream> form, CommandContext context) {
        try (InputStream content = form.execute(context)) {
            Set<String> keys = new HashSet<>();
            collect(json.readTree(content), keys);
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A deployed form cannot be read", unreadable);
        }
    }

    /** A disabled component only shows something; the browser sends nothing for it. */
    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(part -> collect(part, keys));
    }
}
