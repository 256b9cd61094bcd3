package io.mandate.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class FirstAdministratorPropertiesTests {

    private static final String PREFIX = "mandate.first-administrator.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void without_a_setting_nobody_is_named() {
        runner.run(context -> assertThat(context.getBean(FirstAdministratorProperties.class).isNamed()).isFalse());
    }

    @Test
    void an_address_and_a_name_suffice() {
        runner.withPropertyValues(PREFIX + "address=Olga@Provider.example", PREFIX + "name=Olga Olsen").run(context -> {
            FirstAdministratorProperties settings = context.getBean(FirstAdministratorProperties.class);
            assertThat(settings.isNamed()).isTrue();
            assertThat(settings.username()).isEqualTo("olga@provider.example");
            assertThat(settings.language()).isEqualTo("en");
        });
    }

    @ParameterizedTest
    @CsvSource({"address, olga", "address, o'hara@provider.example", "name, ''", "language, fr", "password, short",
            "password, password1234", "password, kettle olsen violet"})
    void what_cannot_be_used_stops_the_start_by_its_name_and_shows_no_password(String setting, String value) {
        runner.withPropertyValues(PREFIX + "address=olga@provider.example", PREFIX + "name=Olga Olsen", PREFIX + setting + "=" + value)
                .run(context -> assertThat(context).getFailure().satisfies(failure -> {
                    assertThat(messages(failure)).contains(PREFIX + setting);
                    if (setting.equals("password")) {
                        assertThat(messages(failure)).doesNotContain("'" + value, "[" + value, "=" + value);
                    }
                }));
    }

    @Test
    void a_password_on_the_command_line_stops_the_start() {
        runner.withSystemProperties(PREFIX + "password=kettle orbit violet damp")
                .run(context -> assertThat(context).getFailure().satisfies(failure -> assertThat(messages(failure))
                        .contains(PREFIX + "password", "MANDATE_FIRST_ADMINISTRATOR_PASSWORD").doesNotContain("kettle")));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + messages(failure.getCause());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FirstAdministratorProperties.class)
    @Import(OutspokenPassword.class)
    static class Settings {}
}
