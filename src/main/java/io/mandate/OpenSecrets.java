package io.mandate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Refuses to start with a secret among the arguments, be they the program's (--…) or Java's (-D…). */
@Component
class OpenSecrets implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final List<String> OURS = List.of("mandate.", "spring.");
    private static final List<String> SECRET = List.of("secret", "password");

    /** Says where secrets are, and is none. */
    private static final String DIRECTORY = "mandate.secrets-directory";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        List<String> open = Stream.of(
                        CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
                .flatMap(this::names).filter(OpenSecrets::isSecret).distinct().sorted().toList();
        if (!open.isEmpty()) {
            throw new OpenSecretsException(open);
        }
    }

    private Stream<String> names(String source) {
        return environment instanceof ConfigurableEnvironment all
                && all.getPropertySources().get(source) instanceof EnumerablePropertySource<?> arguments
                ? Arrays.stream(arguments.getPropertyNames())
                : Stream.empty();
    }

    private static boolean isSecret(String name) {
        String setting = name.toLowerCase(Locale.ROOT);
        return !setting.equals(DIRECTORY)
                && OURS.stream().anyMatch(setting::startsWith) && SECRET.stream().anyMatch(setting::contains);
    }
}
