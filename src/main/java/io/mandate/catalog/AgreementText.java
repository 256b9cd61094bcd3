package io.mandate.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads an agreement from plain text: "# title", then per section "## heading" and paragraphs parted by blank lines. */
final class AgreementText {

    private static final String TITLE = "# ";
    private static final String HEADING = "## ";

    private AgreementText() {}

    /** @throws IllegalArgumentException where the text has no title, no section, or a section without a paragraph */
    static Agreement parse(String version, String text) {
        var blocks = text.strip().split("\\R\\s*\\R");
        require(blocks[0].startsWith(TITLE), "must begin with \"# \" and a title");

        var sections = new ArrayList<Agreement.Section>();
        for (var block : List.of(blocks).subList(1, blocks.length)) {
            if (block.startsWith(HEADING)) {
                sections.add(new Agreement.Section(block.substring(HEADING.length()).strip(), new ArrayList<>()));
            } else {
                require(!sections.isEmpty(), "has text before its first \"## \" heading");
                sections.get(sections.size() - 1).paragraphs().add(block.strip().replaceAll("\\s*\\R\\s*", " "));
            }
        }
        require(!sections.isEmpty(), "has no section");
        sections.forEach(section -> require(
                !section.paragraphs().isEmpty(), "has nothing under \"" + section.heading() + "\""));
        return new Agreement(version, blocks[0].substring(TITLE.length()).strip(), frozen(sections));
    }

    private static List<Agreement.Section> frozen(List<Agreement.Section> sections) {
        return sections.stream()
                .map(section -> new Agreement.Section(section.heading(), List.copyOf(section.paragraphs())))
                .toList();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
