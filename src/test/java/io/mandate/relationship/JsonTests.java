package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTests {

    @Test
    void what_was_asked_before_there_were_extensions_is_read_as_without() {
        assertThat(Json.asked("[{\"service\":\"mail\",\"roles\":[\"mail-reader\"],\"days\":30}]"))
                .containsExactly(new AskedPermission("mail", List.of("mail-reader"), 30, false));
    }

    @Test
    void what_was_asked_is_read_as_it_was_written() {
        List<AskedPermission> asked = List.of(new AskedPermission("mail", List.of("mail-reader", "mail-administrator"), 730, true));

        assertThat(Json.asked(Json.of(asked))).isEqualTo(asked);
    }
}
