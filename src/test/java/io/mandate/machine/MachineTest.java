package io.mandate.machine;

import io.mandate.testing.StatementCount;
import io.mandate.testing.TestEnvironment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running service to which programs sign in as in earnest: with access tokens of {@link #ISSUER} and of the page, not
 * with the password that still stands in the settings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mandate.test.basic=false",
            "mandate.decision.callers[0].name=mail-portal",
            "mandate.decision.callers[0].password={noop}mail-secret",
            "mandate.decision.callers[0].services=mail",
        })
@ContextConfiguration(initializers = {TestEnvironment.class, MachineTest.Issuer.class})
@Import(StatementCount.class)
public @interface MachineTest {

    /** The issuer of all these tests. */
    TestIssuer ISSUER = TestIssuer.start();

    /** Tells Mandate of it. */
    class Issuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("issuer", Map.of(
                    "mandate.machine.issuer", ISSUER.name(), "mandate.machine.audience", TestIssuer.AUDIENCE)));
        }
    }
}
