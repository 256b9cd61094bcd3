package io.mandate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** As {@link MandateTest}, with the service running on a port of its own for a {@link Visitor}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mandate.decision.callers[0].name=mail-service",
            "mandate.decision.callers[0].password={noop}secret",
            "mandate.decision.callers[0].services=mail"
        })
@ContextConfiguration(initializers = TestEnvironment.class)
public @interface ServiceTest {}
