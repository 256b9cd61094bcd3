package io.mandate.faults;

import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.FormElement;

/** Removing a permission with a form of a page, whoever does it. */
final class Removing {

    private Removing() {}

    /** Sends a form. */
    interface Sending {
        Page send(FormElement form) throws UnansweredException;
    }

    /** Removes it where the page offers it; where it does not, it was removed before. */
    static Outcome by(Case of, Page page, Optional<FormElement> form, Sending sending, Instant at, String what) throws UnansweredException {
        if (page.path().startsWith("/sign-in")) {
            return Outcome.NOT_YET;
        }
        if (form.isEmpty()) {
            of.note(at, what, Told.FOUND_DONE, page.toString());
            of.passed(Case.NOBODY, Told.FOUND_DONE);
            return Outcome.DONE;
        }
        try {
            Page answer = sending.send(form.get());
            boolean accepted = answer.status() == 302 && !answer.location().startsWith("/sign-in");
            Told told = accepted ? Told.ACCEPTED : Told.REFUSED;
            of.note(at, what, told, accepted ? "" : answer.toString());
            of.passed(Case.NOBODY, told);
            return accepted ? Outcome.DONE : Outcome.NOT_YET;
        } catch (UnansweredException nothing) {
            of.note(at, what, Told.UNKNOWN, nothing.getMessage());
            of.passed(Case.NOBODY, Told.UNKNOWN);
            throw nothing;
        }
    }
}
