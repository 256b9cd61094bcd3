package io.mandate.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TermsPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_a_setting_terms_are_looked_at_every_hour() {
        runner.run(context -> assertThat(context.getBean(TermsProperties.class).every()).isEqualTo(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1m, PT1M", "6h, PT6H", "PT12H, PT12H"})
    void a_time_between_a_minute_and_half_a_day_is_taken_and_zero_for_never(String set, Duration read) {
        runner.withPropertyValues("mandate.terms.every=" + set)
                .run(context -> assertThat(context.getBean(TermsProperties.class).every()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1h", "59s", "721m", "1d", "daily"})
    void anything_else_stops_the_start_by_its_name(String set) {
        runner.withPropertyValues("mandate.terms.every=" + set)
                .run(context -> assertThat(context).getFailure()
                        .satisfies(failure -> assertThat(messages(failure)).contains("mandate.terms.every")));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TermsProperties.class)
    static class Settings {}
}
