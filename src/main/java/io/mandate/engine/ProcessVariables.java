package io.mandate.engine;

import io.mandate.LogContext;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads variables of processes by their type. */
public final class ProcessVariables {

    /** The request that an instance is about, where it is about one. */
    static final String REQUEST = "request";

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
                UUID id = UUID.fromString(text);
                if (variable.equals(REQUEST)) {
                    LogContext.request(id);
                }
                return id;
            } catch (IllegalArgumentException notAnId) {
                throw new BadUserRequestException("Variable " + variable + " is no id");
            }
        }
        throw new BadUserRequestException("This process is started by Mandate only: it needs variable " + variable);
    }
}
