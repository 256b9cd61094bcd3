package io.mandate.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.LinkProperties;
import io.mandate.MandateProperties;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LinksTests {

    private static final String OLD = "an-old-secret-of-more-than-32-characters";
    private static final String NEW = "a-newer-secret-of-more-than-32-characters";

    private final Links links = links(OLD);

    @Property
    void what_a_token_stands_for_is_found_again(@ForAll("requests") UUID request, @ForAll int number) {
        String token = links.token(request, number);

        assertThat(links.verify(token)).contains(new Links.Link(request, number));
        assertThat(token).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void a_token_outlives_a_change_of_the_secret(@ForAll("requests") UUID request, @ForAll int number) {
        Links rotated = links(NEW, OLD);

        assertThat(rotated.verify(links.token(request, number))).contains(new Links.Link(request, number));
        assertThat(links.verify(rotated.token(request, number))).isEmpty();
    }

    @Property
    void a_token_with_any_character_changed_is_refused(
            @ForAll("requests") UUID request, @ForAll int number, @ForAll @IntRange(max = 69) int place, @ForAll("characters") char other) {
        String token = links.token(request, number);
        StringBuilder altered = new StringBuilder(token);
        altered.setCharAt(place, other);

        assertThat(links.verify(altered.toString()).isPresent()).isEqualTo(token.charAt(place) == other);
    }

    @Property
    void a_token_with_any_bit_changed_is_refused(@ForAll("requests") UUID request, @ForAll int number, @ForAll @IntRange(max = 415) int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(links.token(request, number));
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(links.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).isEmpty();
    }

    @Property
    void a_token_cut_or_lengthened_is_refused(@ForAll("requests") UUID request, @ForAll @IntRange(max = 69) int length, @ForAll("tails") String tail) {
        String token = links.token(request, 1);

        assertThat(links.verify(token.substring(0, length))).isEmpty();
        assertThat(links.verify(token + tail)).isEmpty();
        assertThat(links.verify(tail + token)).isEmpty();
    }

    @Property
    void anything_else_is_refused(@ForAll String text) {
        assertThat(links.verify(text)).isEqualTo(Optional.empty());
    }

    @Provide
    Arbitrary<UUID> requests() {
        return Arbitraries.create(UUID::randomUUID);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().alpha().numeric().with('-', '_', '=', '.', '+', '/');
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.strings().withChars("AZaz09-_=").ofMinLength(1).ofMaxLength(8);
    }

    private static Links links(String... secrets) {
        return new Links(new LinkProperties(List.copyOf(Arrays.asList(secrets))), new MandateProperties(URI.create("http://mandate.example")));
    }
}
