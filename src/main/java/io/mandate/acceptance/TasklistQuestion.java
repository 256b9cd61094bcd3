package io.mandate.acceptance;

import io.mandate.catalog.Agreement;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Requests;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The question as the Tasklist form "approve-relationship" shows it, and what was chosen there. In English, as all of Tasklist. */
@Component
public class TasklistQuestion {

    private static final String NOBODY = "nobody";
    /** What a text variable of the engine holds at most. */
    private static final int LONGEST_VALUE = 4_000;

    private final Clock clock;
    private final Catalog catalog;
    private final Requests requests;
    private final Questions questions;

    TasklistQuestion(Clock clock, Catalog catalog, Requests requests, Questions questions) {
        this.clock = clock;
        this.catalog = catalog;
        this.requests = requests;
        this.questions = questions;
    }

    /** The values of the form's fields, as it opens: everything asked for is ticked, except that nothing is extended unasked. */
    public Map<String, Object> fields(UUID request) {
        Question question = question(request);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partner", question.contact().asking(Locale.ENGLISH));
        fields.put("contact", question.contact().person() + " <" + question.contact().address() + ">");
        fields.put("partnerSince", question.partner().since().toString());
        for (AskedPermission asked : question.asked()) {
            Service service = catalog.service(asked.service()).orElseThrow();
            fields.put(ServiceFields.holder(service), holder(question, asked.service()));
            fields.put(ServiceFields.before(service), before(question, service));
            fields.put(ServiceFields.approved(service), true);
            fields.put(ServiceFields.days(service), asked.days());
            fields.put(ServiceFields.extending(service), false);
            for (Role role : service.roles()) {
                fields.put(ServiceFields.role(service, role), asked.roles().contains(role.id()));
            }
        }
        fields.put("asked", asked(question));
        String agreement = text(question.agreement());
        int begin = beginning(agreement);
        fields.put("agreementText", agreement.substring(0, begin).strip());
        fields.put("agreementContinued", agreement.substring(begin).strip());
        fields.put("agreementVersion", question.agreement().version());
        return fields;
    }

    /** What was chosen; a service counts where it is approved, with the holder whose name the form showed. */
    public List<Choice> chosen(
            UUID request, Predicate<String> ticked, ToIntFunction<String> number, Function<String, String> text) {
        Question question = question(request);
        return catalog.services().stream()
                .filter(service -> ticked.test(ServiceFields.approved(service)))
                .map(service -> new Choice(
                        new AskedPermission(service.id(), roles(service, ticked), number.applyAsInt(ServiceFields.days(service)),
                                ticked.test(ServiceFields.extending(service))),
                        takenFrom(question, service, text.apply(ServiceFields.holder(service)))))
                .toList();
    }

    private Question question(UUID request) {
        return questions.questionWithHolders(requests.get(request), Locale.ENGLISH);
    }

    /** The fields of the roles and extensions asked for, each between spaces: the form shows no others. */
    private String asked(Question question) {
        return question.asked().stream()
                .flatMap(asked -> catalog.service(asked.service()).stream()
                        .flatMap(service -> Stream.concat(
                                service.roles().stream().filter(role -> asked.roles().contains(role.id()))
                                        .map(role -> ServiceFields.role(service, role)),
                                asked.extending() ? Stream.of(ServiceFields.extending(service)) : Stream.empty())))
                .collect(Collectors.joining(" ", " ", " "));
    }

    /** How much of a text one field shows: all of it, or whole lines. */
    private static int beginning(String text) {
        return text.length() <= LONGEST_VALUE ? text.length() : text.lastIndexOf('\n', LONGEST_VALUE);
    }

    private static List<String> roles(Service service, Predicate<String> ticked) {
        return service.roles().stream()
                .filter(role -> ticked.test(ServiceFields.role(service, role))).map(Role::id).toList();
    }

    /** The present holder's id where the form showed that holder, else a name that no partner has as id. */
    private static String takenFrom(Question question, Service service, String shown) {
        if (!shown.equals(holder(question, service.id()))) {
            return shown.equals(NOBODY) ? "" : "name:" + shown;
        }
        return Optional.ofNullable(question.holders().get(service.id())).map(Partner::id).orElse("");
    }

    private static String holder(Question question, String service) {
        return Optional.ofNullable(question.holders().get(service)).map(Partner::name).orElse(NOBODY);
    }

    /** How the partner that asks held the service last; empty, which hides the field, where it never did. */
    private String before(Question question, Service service) {
        return Optional.ofNullable(question.before().get(service.id())).map(past -> past.roles().stream()
                        .map(id -> service.role(id).map(role -> role.name().en()).orElse(id)).collect(Collectors.joining(", "))
                + (past.countsAt(clock.instant()) ? "; ends on " : "; ended on ") + past.until().toString().substring(0, 10)).orElse("");
    }

    private static String text(Agreement agreement) {
        return agreement.title() + "\n\n" + agreement.sections().stream()
                .map(section -> section.heading() + "\n" + String.join("\n", section.paragraphs()))
                .collect(Collectors.joining("\n\n"));
    }
}
