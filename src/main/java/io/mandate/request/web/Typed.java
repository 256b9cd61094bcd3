package io.mandate.request.web;

import io.mandate.web.Typing;
import java.util.Map;

/** What a person typed into the fields of a form, as it came, without the control characters that no field takes. */
public record Typed(Map<String, String> values) {

    /** One line, without blanks around it; empty where nothing was typed. */
    public String line(String field) {
        return Typing.line(values.getOrDefault(field, ""));
    }

    /** Several lines; a line break is one character. */
    public String text(String field) {
        return values.getOrDefault(field, "").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    public boolean ticked(String field) {
        return "true".equals(values.get(field));
    }

    /** Zero where it is no whole number, which no field allows. */
    public int number(String field) {
        String digits = line(field);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
