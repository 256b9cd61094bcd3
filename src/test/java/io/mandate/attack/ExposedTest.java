package io.mandate.attack;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.StatementCount;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Mandate as on the open internet: reached by https, behind a proxy, with small limits. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({Lifecycle.class, StatementCount.class})
@TestPropertySource(properties = {
    "mandate.test.base-url=https://mandate.example",
    "mandate.edge.longest-session=12h",
    "mandate.edge.refuse-foreign-hosts=true",
    "mandate.limits.everything=400/1m",
    "mandate.limits.sign-in=12/5m",
    "mandate.limits.mails=6/10m",
    "mandate.limits.codes=6/10m",
    "mandate.limits.answers=30/1m",
    "mandate.limits.decisions=20/1m",
    "mandate.limits.strangers=5/1m"
})
@interface ExposedTest {}
