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
    static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    /** The same, of those that are required as soon as {@link #BOUNCES} is set. */
    private static final Map<String, String> REQUIRED_FOR_BOUNCES = new LinkedHashMap<>();
    private static final String BOUNCES = "mandate.mail.bounces.host";

    static {
        REQUIRED.put("mandate.base-url", "the public address under which customers reach Mandate, such as https://mandate.example");
        REQUIRED.put("mandate.link.secrets", "the secret behind personal links, at least 32 random characters");
        REQUIRED.put("mandate.evidence.signing-key", "the Ed25519 key that signs evidence, as PEM (PKCS#8) or the path of a file with it");
        REQUIRED.put("spring.mail.host", "the mail server that takes Mandate's mails");
        REQUIRED_FOR_BOUNCES.put("mandate.mail.bounces.address", "the address that mails which cannot be delivered go back to");
        REQUIRED_FOR_BOUNCES.put("mandate.mail.bounces.user", "who signs in to the mailbox of that address");
        REQUIRED_FOR_BOUNCES.put("mandate.mail.bounces.password", "the password for that mailbox");
    }

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        Map<String, String> required = new LinkedHashMap<>(REQUIRED);
        if (!isMissing(BOUNCES)) {
            required.putAll(REQUIRED_FOR_BOUNCES);
        }
        List<String> missing = required.keySet().stream().filter(this::isMissing).toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing.stream().map(name -> name + ": " + required.get(name)).toList());
        }
    }

    private boolean isMissing(String name) {
        return isBlank(environment.getProperty(name)) && isBlank(environment.getProperty(name + "[0]"));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
