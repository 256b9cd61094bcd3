package io.mandate.servicecheck;

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

class ServiceCheckPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_a_setting_services_are_checked_every_day() {
        runner.run(context -> assertThat(context.getBean(ServiceCheckProperties.class).every()).isEqualTo(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1m, PT1M", "12h, PT12H", "P30D, PT720H"})
    void a_time_between_a_minute_and_thirty_days_is_taken_and_zero_for_never(String set, Duration read) {
        runner.withPropertyValues("mandate.service-check.every=" + set)
                .run(context -> assertThat(context.getBean(ServiceCheckProperties.class).every()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1d", "59s", "31d", "daily"})
    void anything_else_stops_the_start_by_its_name(String set) {
        runner.withPropertyValues("mandate.service-check.every=" + set)
                .run(context -> assertThat(context).getFailure()
                        .satisfies(failure -> assertThat(messages(failure)).contains("mandate.service-check.every")));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ServiceCheckProperties.class)
    static class Settings {}
}
