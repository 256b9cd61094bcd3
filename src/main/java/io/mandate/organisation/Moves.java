package io.mandate.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.catalog.Agreement;
import io.mandate.catalog.Agreements;
import io.mandate.catalog.Catalog;
import io.mandate.grant.GrantProcess;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestRegister.Opening;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Revocation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer gives a permission to another partner with whom it has a relationship, without having been asked. */
@Service
@Transactional
public class Moves {

    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;
    private final Catalog catalog;
    private final Agreements agreements;
    private final Organisations organisations;
    private final Partners partners;
    private final Requests requests;
    private final RequestRegister register;
    private final Consents consents;
    private final GrantProcess process;

    Moves(Clock clock, Catalog catalog, Agreements agreements, Organisations organisations, Partners partners,
            Requests requests, RequestRegister register, Consents consents, GrantProcess process) {
        this.clock = clock;
        this.catalog = catalog;
        this.agreements = agreements;
        this.organisations = organisations;
        this.partners = partners;
        this.requests = requests;
        this.register = register;
        this.consents = consents;
        this.process = process;
    }

    /** The partners to whom it can be moved: those in force, but its holder, that may act where the customer is. */
    @Transactional(readOnly = true)
    public List<Partner> targets(Organisation organisation, Permission held) {
        return organisation.partners().stream().map(Organisation.Partner::relationship)
                .filter(one -> one.status().isInForce() && !one.partnerId().equals(held.holder()))
                .map(one -> partners.get(one.partnerId()))
                .filter(one -> one.isActiveIn(organisation.customer().cloud(), organisation.customer().country())).toList();
    }

    /** The agreement that a move includes. */
    public Agreement agreement(Organisation organisation, Locale language) {
        return agreements.of(catalog.cloud(organisation.customer().cloud()).orElseThrow(), language);
    }

    /**
     * Moves the permission, its roles unchanged.
     *
     * @param proof how the person proved who they are
     * @throws InvalidInputException with everything that is wrong with what was filled in
     * @throws io.mandate.relationship.HolderChangedException where another holds it by now
     */
    public Request move(EmailAddress person, Consent.Proof proof, Permission shown, Move move) {
        Administrator who = organisations.member(person, shown.customerId());
        Organisation organisation = organisations.of(person, shown.customerId());
        Optional<Partner> target = targets(organisation, shown).stream().filter(one -> one.id().equals(move.partner())).findFirst();
        Agreement agreement = agreement(organisation, move.language());
        check(target, agreement, move);
        AskedPermission asked = new AskedPermission(shown.service(), shown.roles(), move.days());
        Request request = register.assign(
                opening(organisation, target.get(), asked, who), organisation.customer(), who.address(), who.name(), move.note());
        consents.add(request, target.get().id(), new Consent(request.id(), true, who.name(), who.address(), proof, clock.instant(),
                move.language(), agreement.version(), shown(organisation, target.get(), shown, asked, agreement, move.language()),
                List.of(new Consent.Choice(asked, shown.holder()))));
        process.assigned(request);
        return request;
    }

    private static void check(Optional<Partner> target, Agreement agreement, Move move) {
        List<FieldProblem> problems = new ArrayList<>();
        if (target.isEmpty()) {
            problems.add(new FieldProblem("partner", "problem.move.partner"));
        }
        if (move.days() < 1 || move.days() > AskedPermission.MAX_DAYS) {
            problems.add(new FieldProblem("days", "problem.days", AskedPermission.MAX_DAYS));
        }
        problems.addAll(FieldProblem.tooLong("note", move.note(), Revocation.MAX_NOTE));
        if (!move.agreementVersion().equals(agreement.version())) {
            problems.add(new FieldProblem("agreementAccepted", "problem.agreement.changed"));
        } else if (!move.agreementAccepted()) {
            problems.add(new FieldProblem("agreementAccepted", "problem.agreement"));
        }
        InvalidInputException.refuse(problems);
    }

    private Opening opening(Organisation organisation, Partner target, AskedPermission asked, Administrator who) {
        Relationship relationship = organisation.partners().stream().map(Organisation.Partner::relationship)
                .filter(one -> one.partnerId().equals(target.id())).findFirst().orElseThrow();
        // In force, so the newest approved request has its persons.
        Request.Requester contact = requests.of(relationship.id()).stream()
                .filter(one -> one.status() == RequestStatus.APPROVED && one.times().erasedAt().isEmpty()).map(Request::requester)
                .min(Comparator.comparing(one -> one.provider().isPresent())).orElseThrow();
        return new Opening(target.id(), contact, RequestKind.ASSIGNMENT, organisation.customer().cloud(), organisation.name(),
                who.address(), who.language(), organisation.customer().country(), "", List.of(asked), false, "", "");
    }

    /** What was shown, in the words in which it was, for the evidence. */
    private String shown(Organisation organisation, Partner target, Permission held, AskedPermission asked,
            Agreement agreement, Locale language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("partner", target.name());
        shown.put("organisation", organisation.name());
        shown.put("service", catalog.serviceName(asked.service(), language));
        shown.put("roles", asked.roles().stream().map(id -> catalog.roleName(asked.service(), id, language)).toList());
        shown.put("days", asked.days());
        shown.put("heldBy", partners.get(held.holder()).name());
        shown.put("agreement", agreement.title() + " " + agreement.version());
        shown.put("language", language.getLanguage());
        try {
            return json.writeValueAsString(shown);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
