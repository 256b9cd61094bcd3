package io.mandate.erasure;

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

class ErasurePropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_a_setting_persons_are_erased_a_year_after_the_end_looked_for_every_day() {
        runner.run(context -> assertThat(context.getBean(ErasureProperties.class))
                .isEqualTo(new ErasureProperties(Duration.ofDays(365), Duration.ofDays(1))));
    }

    @ParameterizedTest
    @CsvSource({"30d, PT720H", "P365D, PT8760H", "3650d, PT87600H"})
    void a_time_between_thirty_days_and_ten_years_is_taken(String set, Duration read) {
        runner.withPropertyValues("mandate.erasure.after=" + set)
                .run(context -> assertThat(context.getBean(ErasureProperties.class).after()).isEqualTo(read));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1m, PT1M", "30d, PT720H"})
    void it_is_looked_for_every_minute_to_every_thirty_days_or_never(String set, Duration read) {
        runner.withPropertyValues("mandate.erasure.every=" + set)
                .run(context -> assertThat(context.getBean(ErasureProperties.class).every()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=0", "after=-365d", "after=29d", "after=3651d", "after=P1Y", "after=soon", "every=-1d", "every=59s",
            "every=31d"})
    void anything_else_stops_the_start_by_its_name(String set) {
        String name = "mandate.erasure." + set.substring(0, set.indexOf('='));
        runner.withPropertyValues("mandate.erasure." + set)
                .run(context -> assertThat(context).getFailure()
                        .satisfies(failure -> assertThat(messages(failure)).contains(name)));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ErasureProperties.class)
    static class Settings {}
}
