package io.mandate.acceptance.web;

import io.mandate.acceptance.Question;
import io.mandate.acceptance.ServiceFields;
import io.mandate.acceptance.web.QuestionView.BeforeView;
import io.mandate.acceptance.web.QuestionView.Fields;
import io.mandate.acceptance.web.QuestionView.Holder;
import io.mandate.acceptance.web.QuestionView.RoleView;
import io.mandate.acceptance.web.QuestionView.ServiceView;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Customer;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PastPermission;
import io.mandate.termrules.TermRule;
import io.mandate.termrules.TermRules;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Puts a question into the words of the catalog. */
@Component
class QuestionViews {

    private final Catalog catalog;
    private final TermRules terms;
    private final Clock clock;

    QuestionViews(Catalog catalog, TermRules terms, Clock clock) {
        this.catalog = catalog;
        this.terms = terms;
        this.clock = clock;
    }

    /** The question as a page shows it; what was typed before tells which holders the person has seen. */
    QuestionView of(Question question, AnswerTyped typed, Locale language) {
        Customer customer = question.relationship().customer();
        return new QuestionView(
                question.contact().asking(language), question.partner().name(), question.provider(),
                since(question.partner(), language), question.contact().person(),
                question.contact().address(), question.request().organisation(),
                question.request().address().value(), customer.identity().readable(), customer.identity().isWholeAddress(),
                question.cloud().name().in(language), question.request().times().validUntil().orElseThrow(),
                question.relationship().inForceSince().isPresent(),
                services(question, typed, language), question.agreement());
    }

    private static String since(Partner partner, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(partner.since());
    }

    /** The services asked for, as the catalog has them. */
    List<ServiceView> services(Question question, AnswerTyped typed, Locale language) {
        return question.asked().stream()
                .flatMap(asked -> catalog.service(asked.service()).stream()
                        .map(service -> service(question, asked, service, typed, language)))
                .toList();
    }

    private ServiceView service(
            Question question, AskedPermission asked, Service service, AnswerTyped typed, Locale language) {
        Optional<Partner> holder = Optional.ofNullable(question.holders().get(service.id()));
        String id = holder.map(Partner::id).orElse("");
        Optional<PastPermission> before = Optional.ofNullable(question.before().get(service.id()));
        Fields fields = new Fields(ServiceFields.approved(service), ServiceFields.roles(service),
                ServiceFields.days(service), ServiceFields.extending(service), ServiceFields.holder(service));
        return new ServiceView(
                fields, service.name().in(language), service.description().in(language), asked.days(), extension(question, asked),
                roles(asked, service, before, language), held(question, holder), id, holder.map(Partner::name).orElse(""),
                typed.has(fields.holder()) && !typed.text(fields.holder()).equals(id),
                before.map(past -> before(past, asked, service, language)));
    }

    /** By how many days at a time it would be extended; empty where that is not asked for, or not allowed any more. */
    private OptionalInt extension(Question question, AskedPermission asked) {
        return !asked.extending() ? OptionalInt.empty() : terms.find(question.cloud().id(), asked)
                .filter(TermRule::extendable).map(rule -> OptionalInt.of(rule.extensionDays())).orElseGet(OptionalInt::empty);
    }

    private static List<RoleView> roles(
            AskedPermission asked, Service service, Optional<PastPermission> before, Locale language) {
        return service.roles().stream()
                .filter(role -> asked.roles().contains(role.id()))
                .map(role -> new RoleView(
                        ServiceFields.role(service, role), role.name().in(language), role.description().in(language),
                        before.filter(past -> !past.roles().contains(role.id())).isPresent()))
                .toList();
    }

    private BeforeView before(PastPermission past, AskedPermission asked, Service service, Locale language) {
        return new BeforeView(past.stateAt(clock.instant()), String.join(", ", names(past.roles(), service, language)),
                past.until(), names(past.roles().stream().filter(role -> !asked.roles().contains(role)).toList(), service, language));
    }

    private List<String> names(List<String> roles, Service service, Locale language) {
        return roles.stream().map(id -> catalog.roleName(service.id(), id, language)).toList();
    }

    private static Holder held(Question question, Optional<Partner> holder) {
        return holder.map(one -> one.id().equals(question.partner().id()) ? Holder.ASKING : Holder.OTHER)
                .orElse(Holder.NOBODY);
    }
}
