package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RequestKind;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Whoever edits the table of deadlines chooses from the clouds and kinds of request that there are. */
class TableCatalogTests {

    private final Catalog catalog = CatalogFile.read(new ClassPathResource("catalog.yaml"));

    @Test
    void the_table_of_deadlines_knows_every_cloud() {
        assertThat(choices("Input_Cloud")).isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
    }

    @Test
    void the_table_of_deadlines_knows_every_kind_of_request() {
        assertThat(choices("Input_Kind"))
                .isEqualTo(Arrays.stream(RequestKind.values()).filter(RequestKind::isAsked).map(RequestKind::id).toList());
    }

    private static List<String> choices(String input) {
        Input column = Dmn.readModelFromFile(new File("processes/acceptance-deadlines.dmn")).getModelElementById(input);
        return List.of(column.getInputValues().getText().getTextContent().replace("\"", "").split(","));
    }
}
