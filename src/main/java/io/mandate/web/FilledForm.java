package io.mandate.web;

import io.mandate.relationship.FieldProblem;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** A form as somebody filled it in, with what is wrong with it, for the fields that pages are made of. */
public final class FilledForm {

    private FilledForm() {}

    /** Puts it before a page under this name. */
    public static void show(String form, Map<String, Object> fields, List<FieldProblem> problems, Model model) {
        BindingResult errors = new MapBindingResult(fields, form);
        problems.forEach(one -> errors.rejectValue(one.field(), one.code(), one.arguments().toArray(), null));
        model.addAttribute(form, fields);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + form, errors);
    }
}
