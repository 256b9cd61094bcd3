package io.mandate.engine;

import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads variables of processes by their type. */
public final class ProcessVariables {

    private ProcessVariables() {}

    /**
     * An id.
     *
     * @throws BadUserRequestException where the variable is missing or no id: the process was started from outside
     *     instead of by Mandate
     */
    public static UUID id(VariableScope scope, String variable) {
        if (scope.getVariable(variable) instanceof String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw new BadUserRequestException("Variable " + variable + " is no id");
            }
        }
        throw new BadUserRequestException("This process is started by Mandate only: it needs variable " + variable);
    }
}
