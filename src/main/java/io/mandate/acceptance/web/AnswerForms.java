package io.mandate.acceptance.web;

import io.mandate.acceptance.Approval;
import io.mandate.acceptance.Question;
import io.mandate.acceptance.Refusal;
import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms for yes and no: what their fields hold when a page opens or comes back, and what was meant by it. */
@Component
class AnswerForms {

    static final String APPROVAL = "approval";
    static final String REFUSAL = "refusal";

    private final Catalog catalog;

    AnswerForms(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The fields of the approval: what was typed, or at first everything that is asked for, except that nothing is extended unasked. */
    Map<String, Object> approval(Question question, AnswerTyped typed) {
        boolean first = !typed.has("agreementVersion");
        Map<String, Object> fields = new LinkedHashMap<>();
        for (AskedPermission asked : question.asked()) {
            catalog.service(asked.service()).ifPresent(service -> {
                String days = ServiceFields.days(service);
                fields.put(ServiceFields.approved(service), first || typed.ticked(ServiceFields.approved(service)));
                fields.put(days, first ? String.valueOf(asked.days()) : typed.text(days));
                fields.put(ServiceFields.extending(service), typed.ticked(ServiceFields.extending(service)));
                service.roles().stream().map(role -> ServiceFields.role(service, role))
                        .forEach(role -> fields.put(role, first || typed.ticked(role)));
            });
        }
        fields.put("name", typed.text("name"));
        fields.put("administrator", typed.ticked("administrator"));
        fields.put("agreementAccepted", typed.ticked("agreementAccepted"));
        return fields;
    }

    /** The fields of the refusal. */
    Map<String, Object> refusal(AnswerTyped typed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", typed.text("reason"));
        fields.put("decline_name", typed.text("decline_name"));
        fields.put("decline_administrator", typed.ticked("decline_administrator"));
        return fields;
    }

    /** The yes that was meant, with everything ticked, asked for or not. */
    Approval readApproval(AnswerTyped typed, Locale language) {
        List<Choice> chosen = catalog.services().stream()
                .filter(service -> typed.ticked(ServiceFields.approved(service)))
                .map(service -> new Choice(
                        new AskedPermission(service.id(), roles(service, typed), typed.number(ServiceFields.days(service)),
                                typed.ticked(ServiceFields.extending(service))),
                        typed.text(ServiceFields.holder(service))))
                .toList();
        return new Approval(typed.text("name"), typed.ticked("administrator"), typed.ticked("agreementAccepted"),
                typed.text("agreementVersion"), language, chosen);
    }

    /** The no that was meant. */
    Refusal readRefusal(AnswerTyped typed, Locale language) {
        return new Refusal(typed.text("decline_name"), typed.ticked("decline_administrator"), typed.text("reason"), language);
    }

    private static List<String> roles(Service service, AnswerTyped typed) {
        return service.roles().stream()
                .filter(role -> typed.ticked(ServiceFields.role(service, role))).map(Role::id).toList();
    }
}
