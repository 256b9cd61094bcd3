package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTermsTests {

    @Test
    void capitals_and_accents_make_no_difference() {
        assertThat(SearchTerms.of("MÜLLER straße").terms()).containsExactly("muller", "strasse");
        assertThat(SearchWords.words("Müller Straße")).containsExactly("muller", "strasse");
    }

    @Test
    void no_character_has_a_meaning_of_its_own() {
        assertThat(SearchTerms.of("100% a_b").terms()).containsExactly("100%", "a_b");
    }

    @Test
    void an_address_copied_from_a_mail_program_loses_its_brackets() {
        assertThat(SearchTerms.of("\"Ida\" <ida@northwind.example>").terms()).containsExactly("ida", "ida@northwind.example");
    }

    @Test
    void what_nobody_can_type_separates_words_and_never_reaches_the_database() {
        assertThat(SearchTerms.of("northwind\u0000tra\u0007ders").terms()).containsExactly("northwind", "tra", "ders");
    }

    @Test
    void nothing_typed_is_no_search() {
        assertThat(SearchTerms.of("  \u00a0 ").isEmpty()).isTrue();
    }

    @Test
    void a_text_gives_what_stands_between_spaces_and_the_letters_and_digits_in_it() {
        assertThat(SearchWords.words("Coca-Cola GmbH")).containsExactly("coca-cola", "gmbh", "coca", "cola");
    }
}
