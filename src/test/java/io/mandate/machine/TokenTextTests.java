package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenTextTests {

    private static String random() {
        return TokenText.of(new SecureRandom().generateSeed(32));
    }

    @Test
    void a_new_one_is_one_word_with_our_beginning_and_no_two_are_alike() {
        assertThat(random()).matches("mdt_[0-9a-f]{72}").isNotEqualTo(random());
        assertThat(TokenText.isOne(random())).isTrue();
    }

    @Test
    void only_one_spelling_is_right() {
        String text = random();

        assertThat(TokenText.isOne(text.substring(0, text.length() - 1))).isFalse();
        assertThat(TokenText.isOne(text + "0")).isFalse();
        assertThat(TokenText.isOne(text + "\n")).isFalse();
        assertThat(TokenText.isOne(text.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(TokenText.isOne(text.substring(4))).isFalse();
    }

    @Property
    void one_that_was_mistyped_anywhere_is_known(
            @ForAll @IntRange(min = 4, max = 75) int place, @ForAll @CharRange(from = '0', to = '9') char digit) {
        String text = random();
        String mistyped = text.substring(0, place) + digit + text.substring(place + 1);

        assertThat(TokenText.isOne(mistyped)).isEqualTo(mistyped.equals(text));
    }
}
