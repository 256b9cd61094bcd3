package io.mandate.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the table is read: the most specific row counts, and what cannot be understood is refused. */
class RightsTableTests {

    private static final String CELLS = " | no | no | no | no | no | no | no | no |";

    private final RightsTable table = RightsTable.of(List.of("## Some", "| `any /a/**`" + CELLS, "| `GET /a/{id}`, `GET POST /a/b`" + CELLS,
            "| `GET /a/{id}/c`" + CELLS, "| `GET /*.css`" + CELLS, "| `any …/task/**`" + CELLS, "| `POST /a/{key=b}/d`" + CELLS));

    @ParameterizedTest
    @CsvSource({
        "GET, /a/b, GET POST /a/b", "POST, /a/b, GET POST /a/b", "PUT, /a/b, any /a/**", "GET, /a/{x:[0-9]{3}}, GET /a/{id}", "GET, /a/x, any /a/**",
        "GET, /a, any /a/**", "GET, /a/{x}/c, GET /a/{id}/c", "GET, /x.css, GET /*.css", "POST, /camunda/api/engine/engine/{name}/task/{id}, any …/task/**",
        "POST, /a/{x}/d, any /a/**",
    })
    void an_operation_has_the_most_specific_row(String method, String path, String row) {
        assertThat(table.rowOf(Operation.of(method, path, ""))).hasToString(row);
    }

    @Test
    void an_operation_without_a_row_and_one_with_two_are_found() {
        RightsTable twice = RightsTable.of(List.of("| `GET /a/{id}`" + CELLS, "| `GET /a/{name}`" + CELLS));

        assertThatThrownBy(() -> twice.rowOf(Operation.of("GET", "/a/{x}", ""))).hasMessageContaining("several rows");
        assertThatThrownBy(() -> twice.rowOf(Operation.of("GET", "/b", ""))).hasMessageContaining("has no row");
    }

    @ParameterizedTest
    @CsvSource({"| `GET /a` | no |", "| `GET a` | no | no | no | no | no | no | no | no |", "| `GET /a` | no | no | no | no | no | no | no | perhaps |",
        "| Operation | anybody | somebody |"})
    void what_is_no_row_is_refused(String line) {
        assertThatThrownBy(() -> RightsTable.of(List.of(line))).isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
    }
}
