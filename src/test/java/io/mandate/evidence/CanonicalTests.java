package io.mandate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One way only to write a document, whatever the order in which it was put together. */
class CanonicalTests {

    @Example
    void it_is_written_as_the_standard_says() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(true, 1, "\u001f\n\"€"));
        value.put("a", Map.of("z", "Ä", "A", 100_000_000));

        assertThat(Canonical.json(value)).isEqualTo("{\"a\":{\"A\":100000000,\"z\":\"Ä\"},\"b\":[true,1,\"\\u001f\\n\\\"€\"]}");
    }

    @Property(tries = 300)
    void what_was_written_is_read_and_written_alike(@ForAll Map<String, String> texts, @ForAll int number) {
        Map<String, Object> value = new LinkedHashMap<>(texts);
        value.put("number", number);
        // A half of a pair of UTF-16 is no character, and in no JSON that was sent as UTF-8.
        if (texts.toString().chars().anyMatch(one -> Character.isSurrogate((char) one))) {
            return;
        }

        String json = Canonical.json(value);

        assertThat(Canonical.read(json)).isEqualTo(value);
        assertThat(Canonical.json(Canonical.read(json))).isEqualTo(json);
    }

    @Example
    void what_is_no_object_is_refused() {
        for (String wrong : List.of("", "[]", "{", "1", "null ")) {
            assertThatThrownBy(() -> Canonical.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
