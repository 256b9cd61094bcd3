package io.mandate.decision.web;

import io.mandate.testing.TestEnvironment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test that asks the running service over HTTP, as the service account {@code mail-portal}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mandate.decision.callers[0].name=mail-portal",
            "mandate.decision.callers[0].password={noop}mail-secret",
            "mandate.decision.callers[0].services=mail,collaboration",
            "mandate.decision.callers[1].name=infrastructure-portal",
            "mandate.decision.callers[1].password={noop}infrastructure-secret",
            "mandate.decision.callers[1].services=infrastructure",
        })
@ContextConfiguration(initializers = TestEnvironment.class)
@Import(StatementCounter.class)
@interface DecisionServiceTest {}
