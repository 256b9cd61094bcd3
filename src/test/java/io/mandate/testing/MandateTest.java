package io.mandate.testing;

import io.mandate.bounce.BouncedMails;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of all of Mandate with a real SMTP server, {@link TestMail}, on an in-memory H2 database, or on PostgreSQL where
 * the class sets {@code mandate.test.database=postgresql}. Classes share it, but for one that fills it with rows of its own and says
 * so by {@code mandate.test.rows}. Jobs run when the test says so: see {@link Jobs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@Import({FlowCoverage.class, Lifecycle.class, BouncedMails.class})
@ContextConfiguration(initializers = TestEnvironment.class)
public @interface MandateTest {}
