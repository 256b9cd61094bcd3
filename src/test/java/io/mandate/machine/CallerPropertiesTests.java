package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.machine.CallerProperties.Account;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CallerPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_settings_nobody_can_ask() {
        runner.run(context -> assertThat(context.getBean(CallerProperties.class).callers()).isEmpty());
    }

    @Test
    void a_caller_has_a_name_a_password_and_services() {
        runner.withPropertyValues(caller(0, "mail-portal", "{noop}secret", "mail,collaboration")).run(context ->
                assertThat(context.getBean(CallerProperties.class).callers())
                        .containsExactly(new Account("mail-portal", "{noop}secret", Set.of("mail", "collaboration"))));
    }

    @Test
    void a_caller_needs_no_password() {
        runner.withPropertyValues(caller(0, "mail-portal", "", "mail")).run(context ->
                assertThat(context.getBean(CallerProperties.class).callers())
                        .containsExactly(new Account("mail-portal", "", Set.of("mail"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', {noop}secret, mail, name",
        "mail:portal, {noop}secret, mail, name",
        "mail-portal, {noop}secret, '', services",
        "mail-portal, in-clear, mail, passwordEncoded",
    })
    void a_wrong_caller_stops_the_start_by_the_name_of_the_setting(
            String name, String password, String services, String named) {
        runner.withPropertyValues(caller(0, name, password, services)).run(context ->
                assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("mandate.decision").hasMessageContaining(named)
                        .hasMessageNotContaining("in-clear"));
    }

    @Test
    void two_callers_of_one_name_stop_the_start() {
        runner.withPropertyValues(caller(0, "mail-portal", "{noop}one", "mail"))
                .withPropertyValues(caller(1, "mail-portal", "{noop}two", "collaboration"))
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("two callers have the same name"));
    }

    @Test
    void a_password_is_not_written_to_a_log() {
        assertThat(new Account("mail-portal", "{noop}secret", Set.of("mail"))).asString().doesNotContain("secret");
    }

    private static String[] caller(int number, String name, String password, String services) {
        return Stream.of("name=" + name, "password=" + password, "services=" + services)
                .map(setting -> "mandate.decision.callers[" + number + "]." + setting).toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CallerProperties.class)
    static class Settings {}
}
