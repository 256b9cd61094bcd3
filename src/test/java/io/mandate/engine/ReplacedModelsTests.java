package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.test.util.ReflectionTestUtils;

class ReplacedModelsTests {

    private static final String[] PACKAGED = {"classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form"};

    @TempDir Path directory;

    @Test
    void files_in_the_directory_take_the_place_of_the_packaged_ones_of_their_names() throws IOException {
        Files.writeString(directory.resolve("term-rules.dmn"), "mine");
        Files.writeString(directory.resolve("README.md"), "not looked at");
        Files.writeString(directory.resolve(".hidden.bpmn"), "not looked at");

        var resources = models(Optional.of(directory)).getDeploymentResources();

        assertThat(resources).extracting(Resource::getDescription)
                .containsExactlyInAnyOrderElementsOf(models(Optional.empty()).getDeploymentResources().stream().map(Resource::getDescription).toList())
                .contains("invitation.bpmn", "correct-address.form").doesNotHaveDuplicates();
        assertThat(resources).filteredOn(file -> file.getDescription().equals("term-rules.dmn"))
                .singleElement().satisfies(file -> assertThat(file.getContentAsByteArray()).asString().isEqualTo("mine"));
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        assertThat(new ProcessesProperties(Optional.of(directory.resolve("nothing"))).isDirectory()).isFalse();
        assertThat(new ProcessesProperties(Optional.of(directory)).isDirectory()).isTrue();
        assertThat(new ProcessesProperties(null).isDirectory()).isTrue();
    }

    private static ReplacedModels models(Optional<Path> processes) {
        CamundaBpmProperties camunda = new CamundaBpmProperties();
        camunda.setDeploymentResourcePattern(PACKAGED);
        ReplacedModels models = new ReplacedModels(new ProcessesProperties(processes));
        ReflectionTestUtils.setField(models, "camundaBpmProperties", camunda);
        return models;
    }
}
