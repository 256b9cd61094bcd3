package io.mandate.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a person submitted with a form in Tasklist: values that live in this transaction only. What a form was filled with
 * beforehand is not among them.
 */
public final class FormValues {

    private final VariableScope scope;

    private FormValues(VariableScope scope) {
        this.scope = scope;
    }

    /** The values submitted to the element at hand. */
    public static FormValues of(VariableScope scope) {
        return new FormValues(scope);
    }

    /** Whether the field was submitted at all. */
    public boolean has(String field) {
        TypedValue value = scope.getVariableTyped(field, false);
        return value != null && value.isTransient();
    }

    /** A text, without spaces around it; empty where nothing was filled in. */
    public String text(String field) {
        return value(field) instanceof String text ? text.strip() : "";
    }

    /** A checkbox. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** A whole number; 0 where none was filled in, -1 for a number that is not whole or far too large. */
    public int number(String field) {
        if (value(field) instanceof Number number) {
            return number.doubleValue() == number.intValue() ? number.intValue() : -1;
        }
        return 0;
    }

    private Object value(String field) {
        return has(field) ? scope.getVariable(field) : null;
    }
}
