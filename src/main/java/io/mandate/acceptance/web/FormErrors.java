package io.mandate.acceptance.web;

import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.relationship.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** Puts a form and what is wrong with it before a template, each problem at the field that the page has for it. */
@Component
class FormErrors {

    private static final Pattern OF_SERVICE = Pattern.compile("services\\[(.+)]\\.(roles|days)");

    private final Catalog catalog;

    FormErrors(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds the form to the model; its problems may name a field that the form has under another name. */
    void add(Model model, String form, Map<String, Object> fields, List<FieldProblem> problems, Locale language) {
        BindingResult errors = new MapBindingResult(fields, form);
        for (FieldProblem problem : problems) {
            Matcher ofService = OF_SERVICE.matcher(problem.field());
            if (ofService.matches()) {
                reject(errors, ofService.group(1), ofService.group(2), problem, language);
            } else {
                errors.rejectValue(field(form, problem.field()), problem.code(), problem.arguments().toArray(), null);
            }
        }
        model.addAttribute(form, fields);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + form, errors);
    }

    /** In a list of problems it has to be clear which service is meant. */
    private void reject(BindingResult errors, String id, String what, FieldProblem problem, Locale language) {
        catalog.service(id).ifPresent(service -> errors.rejectValue(
                ServiceFields.named(service, what),
                "problem.of-service",
                new Object[] {
                    service.name().in(language),
                    new DefaultMessageSourceResolvable(new String[] {problem.code()}, problem.arguments().toArray())
                },
                null));
    }

    private static String field(String form, String field) {
        if (form.equals(AnswerPage.PASSKEY)) {
            return "passkey_name";
        }
        boolean shared = field.equals("name") || field.equals("administrator");
        return form.equals(AnswerForms.REFUSAL) && shared ? "decline_" + field : field;
    }
}
