package io.mandate.mail;

import java.util.List;
import java.util.stream.Collectors;

/** A letter as plain text: paragraphs apart, lists with hyphens, each link alone on its line. */
final class TextPart {

    /** RFC 3676 section 4.2 advises at most 78 characters, RFC 2822 allows room for quoting. */
    private static final int WIDTH = 72;

    private static final int UNWRAPPED = Integer.MAX_VALUE;

    private TextPart() {}

    static String of(Letter letter) {
        String footer = PlainText.wrap(letter.footer(), WIDTH, "");
        return blocks(letter.blocks(), WIDTH) + "\n\n-- \n" + footer + "\n";
    }

    /** Without line breaks inside paragraphs, for a text that a person goes on editing. */
    static String unwrapped(List<Block> blocks) {
        return blocks(blocks, UNWRAPPED);
    }

    private static String blocks(List<Block> blocks, int width) {
        return blocks.stream().map(block -> block(block, width)).collect(Collectors.joining("\n\n"));
    }

    private static String block(Block block, int width) {
        return block.lines().stream().map(line -> line(block.type(), line, width)).collect(Collectors.joining("\n"));
    }

    private static String line(Block.Type type, String line, int width) {
        return switch (type) {
            case PARAGRAPH -> PlainText.wrap(line, width, line.startsWith("- ") ? "  " : "");
            case ITEMS -> PlainText.wrap("- " + line, width, "  ");
            case QUOTE -> PlainText.wrap("> " + line, width, "> ");
            case CODE -> "    " + line;
            case LINK -> line;
        };
    }
}
