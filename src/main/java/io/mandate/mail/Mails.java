package io.mandate.mail;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders mails at the moment of sending; what is rendered holds links and codes and is kept nowhere. */
@Component
public class Mails {

    private final ITemplateEngine templates;

    Mails(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The mail in the language, or in English where that language is not spoken. */
    public RenderedMail render(MailContent content, Locale language) {
        Phrases phrases = new Phrases(language);
        Letter letter = content.write(phrases);
        Context values = new Context(
                phrases.locale(), Map.of("letter", letter, "language", phrases.locale().toLanguageTag()));
        String html = templates.process("mail/letter", values);
        return new RenderedMail(letter.subject(), TextPart.of(letter), html, phrases.locale());
    }
}
