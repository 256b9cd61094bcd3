package io.mandate.mail;

import java.util.Optional;

/**
 * The request itself, as the partner's person reviewed it. The text holds {@link LinkPlaceholder#PLACEHOLDER}, which the link
 * replaces.
 */
public record InvitationMail(PartnerContact partner, String subject, String text, String link) implements MailContent {

    @Override
    public MailKind kind() {
        return MailKind.INVITATION;
    }

    @Override
    public Optional<PartnerContact> onBehalfOf() {
        return Optional.of(partner);
    }

    @Override
    public Letter write(Phrases phrases) {
        Letter.Builder letter = Letter.about(subject);
        for (String paragraph : LinkPlaceholder.fill(text, link).strip().split("\n\\s*\n")) {
            letter.add(paragraph.equals(link) ? Block.link(link) : Block.paragraph(paragraph.lines().toList()));
        }
        return letter.footer(phrases.footer(partner));
    }
}
