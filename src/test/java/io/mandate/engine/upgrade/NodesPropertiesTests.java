package io.mandate.engine.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class NodesPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void a_node_needs_time_to_be_seen_before_it_can_be_gone() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("mandate.nodes.seen-every=10s", "mandate.nodes.gone-after=29s").run(context -> assertThat(context)
                .hasFailed().getFailure().rootCause().hasMessageContaining("mandate.nodes.gone-after must be at least three times"));
        runner.withPropertyValues("mandate.nodes.seen-every=0s").run(context -> assertThat(context)
                .hasFailed().getFailure().rootCause().hasMessageContaining("mandate.nodes.seen-every must be between a second and a day"));
    }

    @Configuration
    @EnableConfigurationProperties(NodesProperties.class)
    static class Settings {}
}
