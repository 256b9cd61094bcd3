package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RequestKind;
import io.mandate.relationship.Side;
import io.mandate.servicerequest.ServicePriority;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Whoever edits a decision table chooses from the clouds, kinds of request, sides and priorities that there are. */
class TableCatalogTests {

    private final Catalog catalog = CatalogFile.read(new ClassPathResource("catalog.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"acceptance-deadlines", "term-rules"})
    void every_table_knows_every_cloud(String table) {
        assertThat(choices(table, "Input_Cloud")).isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
    }

    @Test
    void the_table_of_deadlines_knows_every_kind_of_request() {
        assertThat(choices("acceptance-deadlines", "Input_Kind"))
                .isEqualTo(Arrays.stream(RequestKind.values()).filter(RequestKind::isAsked).map(RequestKind::id).toList());
    }

    @Test
    void the_table_of_notice_knows_every_cloud_and_both_sides() {
        assertThat(choices("termination-notice", "Input_Cloud")).isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
        assertThat(choices("termination-notice", "Input_AskedBy")).isEqualTo(Arrays.stream(Side.values()).map(Side::id).toList());
    }

    @Test
    void the_table_for_renegotiations_knows_every_cloud() {
        assertThat(choices("renegotiation-deadlines", "Input_Cloud"))
                .isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
    }

    @Test
    void the_table_for_service_requests_knows_every_cloud_and_every_priority() {
        assertThat(choices("service-request-deadlines", "Input_Cloud"))
                .isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
        assertThat(choices("service-request-deadlines", "Input_Priority"))
                .isEqualTo(Arrays.stream(ServicePriority.values()).map(ServicePriority::name).toList());
    }

    private static List<String> choices(String table, String input) {
        Input column = Dmn.readModelFromFile(new File("processes/" + table + ".dmn")).getModelElementById(input);
        return List.of(column.getInputValues().getText().getTextContent().replace("\"", "").split(","));
    }
}
