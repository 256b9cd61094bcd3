package io.mandate.catalog;

import java.util.List;

/** The customer agreement of one cloud in one language, as it is shown in full before it is accepted. */
public record Agreement(String version, String title, List<Section> sections) {

    /** A heading and its numbered paragraphs, all plain text. */
    public record Section(String heading, List<String> paragraphs) {}
}
