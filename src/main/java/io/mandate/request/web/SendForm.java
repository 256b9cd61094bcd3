package io.mandate.request.web;

import io.mandate.relationship.SentBy;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons that say how the mail is sent: by Mandate, or by the partner from a mail program or the clipboard. */
public final class SendForm {

    public static final String MANDATE = "mandate";
    public static final String MAIL_PROGRAM = "mail-program";
    public static final String COPY = "copy";

    private SendForm() {}

    /** Who sends it. */
    public static SentBy by(String button) {
        return switch (button) {
            case MANDATE -> SentBy.MANDATE;
            case MAIL_PROGRAM, COPY -> SentBy.PARTNER;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    /** The page that follows. */
    public static String next(String button, RedirectAttributes next) {
        if (by(button) == SentBy.PARTNER) {
            return "redirect:/requests/{id}/share?by=" + button;
        }
        Notices.done(next, "sending");
        return "redirect:/requests/{id}";
    }
}
