package io.mandate.request.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One sentence that the next page shows about what was done, or why it was not. */
public final class Notices {

    private static final String TEXT = "notice";
    private static final String TONE = "noticeTone";

    private Notices() {}

    /** It was done; the key continues {@code invitation.notice.}. */
    public static void done(RedirectAttributes next, String key) {
        next.addFlashAttribute(TEXT, "invitation.notice." + key);
        next.addFlashAttribute(TONE, "success");
    }

    /** It was not done. */
    public static void refused(RedirectAttributes next, String key) {
        next.addFlashAttribute(TEXT, "invitation.notice." + key);
        next.addFlashAttribute(TONE, "warn");
    }
}
