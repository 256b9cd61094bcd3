package io.mandate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start while a setting is missing that has no safe default, and names all of those at once. */
@Component
class RequiredSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    /** Setting, and what it is for. */
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("mandate.base-url", "the public address under which customers reach Mandate, such as https://mandate.example");
        REQUIRED.put("mandate.link.secrets", "the secret behind personal links, at least 32 random characters");
        REQUIRED.put("spring.mail.host", "the mail server that takes Mandate's mails");
    }

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        List<String> missing = REQUIRED.keySet().stream().filter(this::isMissing).toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing.stream().map(name -> name + ": " + REQUIRED.get(name)).toList());
        }
    }

    private boolean isMissing(String name) {
        return isBlank(environment.getProperty(name)) && isBlank(environment.getProperty(name + "[0]"));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
