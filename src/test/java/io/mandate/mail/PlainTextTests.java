package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlainTextTests {

    @Property
    void a_line_holds_nothing_that_could_begin_another(@ForAll String typed) {
        assertThat(PlainText.line(typed).codePoints()).noneMatch(Character::isISOControl).doesNotContain(0x2028, 0x2029);
    }

    @Property
    void a_body_keeps_line_ends_and_tabs_as_its_only_control_characters(@ForAll String typed) {
        assertThat(PlainText.body(typed).codePoints().filter(Character::isISOControl))
                .allMatch(control -> control == '\n' || control == '\t');
    }

    @Property
    void wrapping_loses_no_word(@ForAll @IntRange(min = 1, max = 40) int width, @ForAll @IntRange(max = 30) int words) {
        String line = "word longest-of-words a ".repeat(words).strip();

        String wrapped = PlainText.wrap(line, width, "  ");

        assertThat(wrapped.replaceAll("\\n  ", " ")).isEqualTo(line);
    }

    @Example
    void a_wrapped_line_goes_on_with_its_indent() {
        assertThat(PlainText.wrap("- one two three", 9, "  ")).isEqualTo("- one two\n  three");
    }
}
