package io.mandate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestExecutionListeners;

/** As {@link ServiceTest}, with the management port open, statements counted, and hours in which history is forgotten. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "mandate.test.history=01:00-05:00",
            "mandate.decision.callers[0].name=mail-service",
            "mandate.decision.callers[0].password={noop}secret",
            "mandate.decision.callers[0].services=mail"
        })
// Without it, tests have no registry of Prometheus.
@AutoConfigureObservability(tracing = false)
@Import({Lifecycle.class, StatementCount.class})
@ContextConfiguration(initializers = TestEnvironment.class)
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ManagementTest {}
