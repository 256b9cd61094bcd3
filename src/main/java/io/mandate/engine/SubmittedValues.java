package io.mandate.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What a form in Tasklist may carry: yes or no, a number or a text of at most 4,000 characters per field. */
final class SubmittedValues {

    private static final int LONGEST_TEXT = 4_000;

    private SubmittedValues() {}

    /**
     * The same values as transient variables, one for every field of the form: null where nothing was filled in.
     *
     * @param submitted null for nothing
     * @param fields names of the fields that the form lets people fill in
     * @throws FormRefusedException where a value belongs to no field, or is of another kind
     */
    static VariableMap accept(Map<String, Object> submitted, Set<String> fields) {
        VariableMap accepted = Variables.createVariables();
        fields.forEach(field -> accepted.putValueTyped(field, Variables.untypedNullValue(true)));
        if (submitted != null) {
            VariableMap values = Variables.fromMap(submitted);
            for (String name : values.keySet()) {
                if (!fields.contains(name)) {
                    throw new FormRefusedException("The form has no field \"" + readable(name) + "\"");
                }
                accepted.putValueTyped(name, transientValue(name, values.getValueTyped(name)));
            }
        }
        return accepted;
    }

    private static TypedValue transientValue(String name, TypedValue typed) {
        // The values of other kinds are not even looked at: that could read a serialised object.
        boolean plain = !(typed instanceof SerializableValue || typed instanceof FileValue);
        Object value = plain ? typed.getValue() : typed;
        if (value == null) {
            return Variables.untypedNullValue(true);
        }
        if (value instanceof Boolean || value instanceof Number) {
            return Variables.untypedValue(value, true);
        }
        if (value instanceof String text) {
            if (text.length() > LONGEST_TEXT) {
                throw new FormRefusedException("Field \"" + name + "\" is longer than " + LONGEST_TEXT + " characters");
            }
            return Variables.stringValue(text, true);
        }
        throw new FormRefusedException("Field \"" + name + "\" is neither yes or no, nor a number, nor a text");
    }

    /** The name came from outside: no control characters, and not too much of it. */
    private static String readable(String name) {
        String printable = name.replaceAll("[^\\p{Graph} ]", "?");
        return printable.length() > 60 ? printable.substring(0, 60) + "..." : printable;
    }
}
