package io.mandate.mail;

import java.util.ArrayList;
import java.util.List;

/** A mail before it is rendered: its subject, what it says piece by piece, and a footer. */
record Letter(String subject, List<Block> blocks, String footer) {

    static Builder about(String subject) {
        return new Builder(subject);
    }

    static final class Builder {

        private final String subject;
        private final List<Block> blocks = new ArrayList<>();

        private Builder(String subject) {
            this.subject = PlainText.line(subject);
        }

        Builder say(String line) {
            return add(Block.paragraph(line));
        }

        /** Each item kept to one line. */
        Builder list(List<String> items) {
            return add(Block.items(items.stream().map(PlainText::line).toList()));
        }

        Builder quote(String text) {
            return text.isBlank() ? this : add(Block.quote(text));
        }

        /** What a person wrote about what they did; nothing where they wrote nothing. */
        Builder note(Phrases phrases, String note) {
            return note.isBlank() ? this : say(phrases.of("removed.note")).quote(note);
        }

        Builder link(String url) {
            return add(Block.link(url));
        }

        Builder code(String code) {
            return add(Block.code(code));
        }

        Builder add(Block block) {
            if (!block.lines().isEmpty()) {
                blocks.add(block);
            }
            return this;
        }

        Letter footer(String footer) {
            return new Letter(subject, List.copyOf(blocks), footer);
        }
    }
}
