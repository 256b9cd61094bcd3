package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.ReflectionTestUtils;

class ReplacedModelsTests {

    private static final String[] PACKAGED = {"classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form"};

    @TempDir Path directory;

    @Test
    void files_in_the_directory_take_the_place_of_the_packaged_ones_of_their_names() throws IOException {
        Files.writeString(directory.resolve("term-rules.dmn"), "mine");
        Files.writeString(directory.resolve("README.md"), "not looked at");
        Files.writeString(directory.resolve(".hidden.bpmn"), "not looked at");

        var files = models(Optional.of(directory)).files();

        var packaged = models(Optional.empty()).files();
        assertThat(files).containsOnlyKeys(packaged.keySet()).containsKeys("invitation.bpmn", "correct-address.form");
        assertThat(files).allSatisfy((name, content) -> assertThat(content)
                .isEqualTo(name.equals("term-rules.dmn") ? "mine".getBytes(StandardCharsets.UTF_8) : packaged.get(name)));
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
                .withUserConfiguration(Settings.class);

        runner.withPropertyValues("mandate.processes=" + directory.resolve("nothing")).run(context -> assertThat(context)
                .hasFailed().getFailure().rootCause().hasMessageContaining("mandate.processes: there is no such directory"));
        runner.withPropertyValues("mandate.processes=" + directory).run(context ->
                assertThat(context.getBean(ProcessesProperties.class).directory()).contains(directory));
        runner.run(context -> assertThat(context.getBean(ProcessesProperties.class).directory()).isEmpty());
    }

    private static ReplacedModels models(Optional<Path> processes) {
        CamundaBpmProperties camunda = new CamundaBpmProperties();
        camunda.setDeploymentResourcePattern(PACKAGED);
        ReplacedModels models = new ReplacedModels(new ProcessesProperties(processes.map(Path::toString).orElse("")));
        ReflectionTestUtils.setField(models, "camundaBpmProperties", camunda);
        return models;
    }

    @Configuration
    @EnableConfigurationProperties(ProcessesProperties.class)
    static class Settings {}
}
