package io.mandate.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class LinkPlaceholderTests {

    private static final String LINK = "https://mandate.example/answer/$1\\0";

    @Property
    void every_place_becomes_the_link_alone_on_its_line(
            @ForAll @StringLength(max = 40) String before,
            @ForAll @StringLength(max = 40) String between,
            @ForAll @StringLength(max = 40) String after) {
        String text = before + "{link}" + between + " {link}" + after;

        String filled = LinkPlaceholder.fill(text, LINK);

        assertThat(filled).doesNotContain(LinkPlaceholder.PLACEHOLDER);
        assertThat(filled.split("\n")).contains(LINK);
        assertThat(filled.lines().filter(line -> line.contains(LINK))).hasSizeGreaterThanOrEqualTo(2).containsOnly(LINK);
    }

    @Property
    void words_around_the_link_stay(@ForAll int first, @ForAll int second) {
        String filled = LinkPlaceholder.fill("Offer " + first + " {link}, and " + second, LINK);

        assertThat(filled).isEqualTo("Offer " + first + "\n\n" + LINK + "\n\nand " + second);
    }

    @Property
    void a_text_gets_its_place_back_once(@ForAll @StringLength(max = 60) String text) {
        String mended = LinkPlaceholder.putBack(text);

        assertThat(LinkPlaceholder.isIn(mended)).isTrue();
        assertThat(LinkPlaceholder.putBack(mended)).isEqualTo(mended);
    }

    @Example
    void a_text_without_the_place_is_refused() {
        assertThatThrownBy(() -> LinkPlaceholder.fill("Hello", LINK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The text has no {link}");
    }
}
