package io.mandate.request.web;

import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** Puts a form and what is wrong with it before a template, each problem at its field. */
@Component
public class FormProblems {

    private static final Pattern OF_SERVICE = Pattern.compile("services\\[(.+)]\\.(roles|days|extending)");
    private static final String NO_SUCH_SERVICE = "problem.service";

    private final Catalog catalog;

    FormProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds the form to the model; a problem of no field of it is told above the form. */
    public void add(Model model, String form, Map<String, Object> fields, List<FieldProblem> problems, Locale language) {
        BindingResult errors = new MapBindingResult(fields, form);
        for (FieldProblem problem : problems) {
            Matcher ofService = OF_SERVICE.matcher(problem.field());
            if (ofService.matches()) {
                catalog.service(ofService.group(1))
                        .ifPresent(service -> reject(errors, service, ofService.group(2), problem, language));
            } else if (problem.code().equals(NO_SUCH_SERVICE)) {
                reject(errors, problem, language);
            } else if (problem.field().equals("services") || fields.containsKey(problem.field())) {
                errors.rejectValue(problem.field(), problem.code(), problem.arguments().toArray(), null);
            } else {
                errors.reject(problem.code(), problem.arguments().toArray(), null);
            }
        }
        model.addAttribute(form, fields);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + form, errors);
    }

    /** In a list of problems it has to be clear which service is meant. */
    private static void reject(BindingResult errors, Service service, String what, FieldProblem problem, Locale language) {
        DefaultMessageSourceResolvable wrong =
                new DefaultMessageSourceResolvable(new String[] {problem.code()}, problem.arguments().toArray());
        errors.rejectValue(ServiceFields.named(service, what), "problem.of-service", new Object[] {service.name().in(language), wrong}, null);
    }

    /** A person knows services by their names. */
    private void reject(BindingResult errors, FieldProblem problem, Locale language) {
        Object id = problem.arguments().get(0);
        Optional<Service> service = catalog.service(id.toString());
        errors.rejectValue(service.map(ServiceFields::roles).orElse("services"), problem.code(),
                new Object[] {service.<Object>map(known -> known.name().in(language)).orElse(id)}, null);
    }
}
