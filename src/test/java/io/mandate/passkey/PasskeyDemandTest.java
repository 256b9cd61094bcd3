package io.mandate.passkey;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the running service where approvals need a passkey, and customers are admitted to Tasklist. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(Lifecycle.class)
@TestPropertySource(properties = {
    "mandate.approval.passkey=required", "mandate.test.base-url=" + PasskeyDemandTest.ORIGIN, "mandate.tasklist.customers=true"})
public @interface PasskeyDemandTest {

    /** An address at which browsers offer passkeys without TLS, so that cookies need none either. */
    String ORIGIN = "http://localhost";
}
