package io.mandate.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** How settings write limits, and what a mistake in one says. */
class RateTests {

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void a_limit_is_requests_and_a_time() {
        assertThat(Rate.valueOf(" 60/5m ")).isEqualTo(new Rate(60, Duration.ofMinutes(5)));
        assertThat(Rate.valueOf("1/1s")).isEqualTo(new Rate(1, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "60/", "/5m", "0/1m", "-1/1m", "60/0s", "60/2d", "60/5x", "9999999/1m", "1e3/1m", "60/5m/1"})
    void anything_else_is_refused_with_an_example(String written) {
        assertThatThrownBy(() -> Rate.valueOf(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_defaults_are_sound_and_each_can_be_set() {
        start.withPropertyValues("mandate.limits.sign-in=7/2h").run(context -> {
            LimitProperties limits = context.getBean(LimitProperties.class);
            assertThat(limits.signIn()).isEqualTo(new Rate(7, Duration.ofHours(2)));
            assertThat(limits.everything()).isEqualTo(new Rate(6000, Duration.ofMinutes(1)));
            assertThat(context.getBean(EdgeProperties.class).longestSession()).isEqualTo(Duration.ofHours(12));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandate.limits.codes=many", "mandate.limits.codes=0/1m", "mandate.edge.longest-session=1m"})
    void a_mistake_stops_the_start_and_is_named(String setting) {
        start.withPropertyValues(setting).run(context -> {
            assertThat(context).hasFailed();
            String said = "";
            for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
                said += cause.getMessage() + "\n";
            }
            assertThat(said).contains(setting.replaceFirst("=.*", ""));
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({LimitProperties.class, EdgeProperties.class})
    static class Settings {}
}
