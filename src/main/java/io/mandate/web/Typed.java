package io.mandate.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** What a person typed into the fields of a form, as it came, and read without the control characters that no field takes. */
public record Typed(Map<String, String> values) {

    /** As it came, for the page that comes back; empty where nothing was typed. */
    public String raw(String field) {
        return values.getOrDefault(field, "");
    }

    /** One line, without blanks around it; empty where nothing was typed. */
    public String line(String field) {
        return Typing.line(raw(field));
    }

    /** Several lines with the blanks around them; a line break is one character. */
    public String text(String field) {
        return Typing.text(raw(field));
    }

    /** Several lines, without blanks around them; a line break is one character. */
    public String lines(String field) {
        return Typing.lines(raw(field));
    }

    public boolean ticked(String field) {
        return "true".equals(values.get(field));
    }

    /** Zero where it is no whole number, which no field allows. */
    public int number(String field) {
        String digits = line(field);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    /** Empty where it is no day. */
    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(line(field)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
