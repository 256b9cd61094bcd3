package io.mandate.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Mandate proposes, or writes, as the text of a request. */
public final class Drafts {

    private static final int LONGEST_SUBJECT = 200;

    private Drafts() {}

    /** The standard draft; no services mean a relationship without admin permission. The link is valid for some days. */
    public static Draft standard(
            PartnerContact partner, String customer, List<AskedService> services, int validDays, Locale language) {
        Phrases phrases = new Phrases(language);
        String variant = services.isEmpty() ? ".relationship" : "";
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(phrases.of("greeting")));
        blocks.add(Block.paragraph(phrases.of("draft.asks" + variant, phrases.asking(partner), customer)));
        if (!services.isEmpty()) {
            blocks.add(Block.items(phrases.asked(services)));
        }
        partner.provider().ifPresent(provider -> blocks.add(phrases.behalf(partner)));
        blocks.addAll(decide(phrases, partner, validDays));
        return new Draft(
                subject(phrases.of("draft.subject" + variant, phrases.asking(partner), customer)), TextPart.unwrapped(blocks));
    }

    /**
     * The text that asks under a relationship in force, beside what was held before.
     *
     * @param note the partner's own words to the customer, empty for none
     */
    public static Draft again(PartnerContact partner, String customer, List<AskedAgain> services, String note,
            int validDays, Locale language) {
        Phrases phrases = new Phrases(language);
        String variant = variant(services.stream().flatMap(one -> one.before().stream()).toList());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(phrases.of("greeting")));
        blocks.add(Block.paragraph(phrases.of("draft.asks" + variant, partner.organisation(), customer)));
        blocks.add(Block.items(phrases.askedAgain(services)));
        partner.provider().ifPresent(provider -> blocks.add(phrases.behalf(partner)));
        if (!note.isBlank()) {
            blocks.add(Block.paragraph(phrases.of("draft.note", partner.person())));
            blocks.add(Block.quote(note));
        }
        blocks.addAll(decide(phrases, partner, validDays));
        return new Draft(subject(phrases.of("draft.subject" + variant, partner.organisation(), customer)), TextPart.unwrapped(blocks));
    }

    /** A text of two lines and the link, for mail programs that take no more from a {@code mailto:} link. */
    public static String brief(PartnerContact partner, String link, Locale language) {
        Phrases phrases = new Phrases(language);
        return TextPart.unwrapped(List.of(
                Block.paragraph(phrases.of("draft.brief", phrases.asking(partner))),
                Block.link(link),
                Block.paragraph(phrases.of("contact", partner.person(), partner.address()))));
    }

    /** What every draft ends with. */
    private static List<Block> decide(Phrases phrases, PartnerContact partner, int validDays) {
        return List.of(
                Block.paragraph(phrases.of("decide")),
                Block.paragraph(LinkPlaceholder.PLACEHOLDER),
                Block.paragraph(phrases.of("draft.validity", validDays)),
                Block.paragraph(phrases.of("contact", partner.person(), partner.address())));
    }

    private static String variant(List<AskedAgain.Before> before) {
        if (before.isEmpty()) {
            return ".further";
        }
        return before.stream().allMatch(one -> one.end().equals("HELD")) ? ".renewed" : ".again";
    }

    /** Names can be long. */
    private static String subject(String whole) {
        return whole.length() <= LONGEST_SUBJECT ? whole : whole.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
