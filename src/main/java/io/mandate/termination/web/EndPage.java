package io.mandate.termination.web;

import io.mandate.relationship.EndingRefusedException;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Termination;
import io.mandate.relationship.TerminationStatus;
import io.mandate.relationship.Terminations;
import io.mandate.termination.MattersOpenException;
import io.mandate.termination.Terminating;
import io.mandate.web.Persistently;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a relationship is ended, the same for both sides: it says what will happen, and does what is asked. */
@Component
class EndPage {

    private final Terminations terminations;
    private final Terminating terminating;
    private final EndViews views;

    EndPage(Terminations terminations, Terminating terminating, EndViews views) {
        this.terminations = terminations;
        this.terminating = terminating;
        this.views = views;
    }

    /**
     * What a person submitted.
     *
     * @param act {@code ask}, {@code askOnceSettled}, {@code confirm} or {@code takeBack}
     * @param shown id of the wish that the page showed; empty for none
     */
    record Submitted(String act, String shown, String note) {}

    String show(Reader reader, String note, Model model) {
        model.addAttribute("view", views.of(reader, LocaleContextHolder.getLocale()));
        model.addAttribute("reader", reader);
        model.addAttribute("note", note);
        return "termination/end";
    }

    String act(Reader reader, Submitted submitted, HttpServletResponse response, Model model, RedirectAttributes next) {
        try {
            Persistently.run(() -> act(reader, submitted));
        } catch (InvalidInputException refused) {
            model.addAttribute("tooLong", submitted.note().length());
            return refused(HttpStatus.UNPROCESSABLE_ENTITY, reader, submitted, response, model);
        } catch (EndingRefusedException refused) {
            if (!isDone(reader, submitted)) {
                model.addAttribute("refused", refused.why().name());
                return refused(HttpStatus.CONFLICT, reader, submitted, response, model);
            }
        } catch (MattersOpenException open) {
            model.addAttribute("refused", "OPEN");
            return refused(HttpStatus.CONFLICT, reader, submitted, response, model);
        } catch (ConcurrencyFailureException busy) {
            model.addAttribute("refused", "BUSY");
            return refused(HttpStatus.CONFLICT, reader, submitted, response, model);
        }
        next.addFlashAttribute("done", submitted.act());
        return "redirect:" + reader.page();
    }

    private void act(Reader reader, Submitted submitted) {
        Optional<UUID> shown = shown(reader, submitted).map(Termination::id);
        if (submitted.act().equals("ask")) {
            terminating.ask(reader.relationship().id(), reader.side(), reader.who(), submitted.note());
        } else if (submitted.act().equals("askOnceSettled")) {
            terminating.askOnceSettled(reader.relationship().id(), reader.side(), reader.who(), submitted.note());
        } else if (shown.isPresent() && submitted.act().equals("confirm")) {
            confirm(shown.get(), reader);
        } else if (shown.isPresent() && submitted.act().equals("takeBack")) {
            terminating.takeBack(shown.get(), reader.side(), reader.who());
        } else {
            throw new EndingRefusedException(EndingRefusedException.Why.CLOSED);
        }
    }

    private void confirm(UUID termination, Reader reader) {
        try {
            terminating.confirm(termination, reader.side(), reader.who());
        } catch (PermissionChangedException changed) {
            // What was held changed as it was about to end: the end takes it as it is by then.
            throw new ConcurrencyFailureException("A permission changed at the same moment", changed);
        }
    }

    /** Whether the same person did just this before: the form was submitted twice. */
    private boolean isDone(Reader reader, Submitted submitted) {
        return switch (submitted.act()) {
            case "ask", "askOnceSettled" -> terminations.open(reader.relationship().id()).filter(one ->
                    one.askedBy() == reader.side() && one.asker().equals(reader.who()) && one.note().equals(submitted.note())).isPresent();
            case "confirm" -> isClosed(TerminationStatus.ENDED, reader, submitted);
            case "takeBack" -> isClosed(TerminationStatus.TAKEN_BACK, reader, submitted);
            default -> false;
        };
    }

    private boolean isClosed(TerminationStatus how, Reader reader, Submitted submitted) {
        return shown(reader, submitted)
                .filter(one -> one.status() == how && one.closedBy().equals(reader.who())).isPresent();
    }

    private Optional<Termination> shown(Reader reader, Submitted submitted) {
        return terminations.of(reader.relationship().id()).stream()
                .filter(one -> one.id().toString().equals(submitted.shown())).findFirst();
    }

    private String refused(
            HttpStatus status, Reader reader, Submitted submitted, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return show(reader, submitted.note(), model);
    }
}
