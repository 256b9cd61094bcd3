package io.mandate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

class OpenSecretsTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "--mandate.link.secrets=canary", "--MANDATE.LINK.SECRETS[0]=canary", "--mandate.services.secrets.mail=canary",
        "--spring.datasource.password=canary", "--spring.mail.password=canary", "--mandate.mail.bounces.password=canary",
        "--spring.security.oauth2.client.registration.x.client-secret=canary",
    })
    void a_secret_among_the_arguments_is_named_and_not_repeated(String argument) {
        assertThatExceptionOfType(OpenSecretsException.class).isThrownBy(() -> check(argument))
                .withMessageContaining(argument.substring(2, argument.indexOf('='))).withMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mandate.base-url=https://mandate.example", "--mandate.secrets-directory=/etc/secrets", "--server.port=0"})
    void other_settings_may_stand_there(String argument) {
        assertThatCode(() -> check(argument)).doesNotThrowAnyException();
    }

    private static void check(String argument) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(argument));
        OpenSecrets secrets = new OpenSecrets();
        secrets.setEnvironment(environment);
        secrets.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
