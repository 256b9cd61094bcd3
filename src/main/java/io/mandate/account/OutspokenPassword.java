package io.mandate.account;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Refuses a start whose command line holds the first administrator's password, for everybody on the machine to read. */
@Component
class OutspokenPassword implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String PASSWORD = "mandate.first-administrator.password";

    private ConfigurableEnvironment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        environment.getPropertySources().stream()
                .filter(one -> one instanceof CommandLinePropertySource<?>
                        || one.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .filter(one -> one.containsProperty(PASSWORD)).findFirst().ifPresent(one -> {
                    throw new IllegalStateException(PASSWORD + ": must not be an argument, which everybody on the machine can read;"
                            + " set MANDATE_FIRST_ADMINISTRATOR_PASSWORD in the environment, or a file");
                });
    }
}
