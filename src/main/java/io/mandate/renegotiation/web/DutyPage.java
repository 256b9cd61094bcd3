package io.mandate.renegotiation.web;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationRefusedException.Why;
import io.mandate.relationship.RenegotiationRefusedException;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.renegotiation.DutyDays;
import io.mandate.renegotiation.DutyOffers;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.web.FilledForm;
import io.mandate.web.Persistently;
import io.mandate.web.Times;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a duty to support, for its two sides and for the partner that is to get it: it says what will happen, and does what is asked. */
@Component
class DutyPage {

    private static final String FORM = "typed";

    private final Renegotiations renegotiations;
    private final Renegotiating renegotiating;
    private final DutyOffers offers;
    private final DutyViews views;
    private final Times times;

    DutyPage(Renegotiations renegotiations, Renegotiating renegotiating, DutyOffers offers, DutyViews views, Times times) {
        this.renegotiations = renegotiations;
        this.renegotiating = renegotiating;
        this.offers = offers;
        this.views = views;
        this.times = times;
    }

    String show(Reader reader, Model model) {
        return show(reader, Submitted.NOTHING, List.of(), model);
    }

    String act(Reader reader, Submitted submitted, HttpServletResponse response, Model model, RedirectAttributes next) {
        try {
            Persistently.run(() -> act(reader, submitted));
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(reader, submitted, refused.problems(), model);
        } catch (RenegotiationRefusedException refused) {
            if (!isDone(reader, submitted)) {
                return refused(refused.why().name(), reader, submitted, response, model);
            }
        } catch (ConcurrencyFailureException busy) {
            return refused("BUSY", reader, submitted, response, model);
        }
        next.addFlashAttribute("done", submitted.act());
        return "redirect:" + reader.page();
    }

    private void act(Reader reader, Submitted submitted) {
        UUID own = reader.relationship().id();
        if (submitted.act().equals("propose")) {
            renegotiating.propose(own, reader.side(), reader.who(), submitted.proposal());
            return;
        }
        Renegotiation shown = shown(reader, submitted).orElseThrow(() -> new RenegotiationRefusedException(Why.CLOSED));
        boolean asked = !shown.relationshipId().equals(own);
        switch (submitted.act() + (asked ? " asked" : "")) {
            case "takeBack" -> renegotiating.takeBack(shown.id(), reader.side(), reader.who());
            case "confirm" -> renegotiating.confirm(
                    shown.id(), reader.side(), reader.who(), submitted.partner(), submitted.text("partnerNote"));
            case "decline" -> renegotiating.decline(shown.id(), reader.side(), reader.who(), submitted.text("reason"));
            case "accept asked" -> offers.accept(shown.id(), own, reader.who());
            case "refuse asked" -> offers.refuse(shown.id(), own, reader.who(), submitted.text("refusal"));
            default -> throw new RenegotiationRefusedException(Why.CLOSED);
        }
    }

    /** Whether the same person did just this before: the form was submitted twice. */
    private boolean isDone(Reader reader, Submitted submitted) {
        if (submitted.act().equals("propose")) {
            return renegotiations.open(reader.relationship().id()).filter(one -> one.proposedBy() == reader.side()
                    && one.proposer().equals(reader.who()) && isSame(one, submitted.proposal())).isPresent();
        }
        return shown(reader, submitted).filter(one -> switch (submitted.act()) {
            case "takeBack" -> one.status() == RenegotiationStatus.TAKEN_BACK && one.closedBy().equals(reader.who());
            case "confirm" -> one.confirmedBy().equals(reader.who());
            case "decline" -> one.status() == RenegotiationStatus.DECLINED && one.closedBy().equals(reader.who());
            case "accept" -> one.acceptedBy().equals(reader.who());
            case "refuse" -> one.status() == RenegotiationStatus.NOT_ACCEPTED && one.closedBy().equals(reader.who());
            default -> false;
        }).isPresent();
    }

    private static boolean isSame(Renegotiation one, Proposal proposal) {
        return proposal.kind().filter(kind -> kind == one.kind()).isPresent() && one.note().equals(proposal.note())
                && proposal.lastDay().map(DutyDays::end).filter(one.takesEffectAt()::equals).isPresent();
    }

    private Optional<Renegotiation> shown(Reader reader, Submitted submitted) {
        UUID own = reader.relationship().id();
        Stream<Renegotiation> asked = reader.isOfPartner() ? renegotiations.askedOf(own).stream() : Stream.empty();
        return Stream.concat(renegotiations.of(own).stream(), asked)
                .filter(one -> one.id().toString().equals(submitted.shown())).findFirst();
    }

    private String refused(
            String why, Reader reader, Submitted submitted, HttpServletResponse response, Model model) {
        model.addAttribute("refused", why);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(reader, submitted, List.of(), model);
    }

    private String show(Reader reader, Submitted submitted, List<FieldProblem> problems, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        FilledForm.show(FORM, submitted.fields(), problems.stream().map(one -> worded(one, locale)).toList(), model);
        model.addAttribute("view", views.of(reader, locale));
        model.addAttribute("reader", reader);
        return "renegotiation/duty";
    }

    /** The problem with its days in the reader's words. */
    private FieldProblem worded(FieldProblem problem, Locale locale) {
        return new FieldProblem(problem.field(), problem.code(), problem.arguments().stream()
                .map(one -> one instanceof LocalDate day ? times.day(day, locale) : one).toArray());
    }
}
