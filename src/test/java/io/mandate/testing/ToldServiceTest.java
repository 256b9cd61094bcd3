package io.mandate.testing;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test with a mail service that can be told and asked. All such tests share it, and thereby the contexts they run in. */
public abstract class ToldServiceTest {

    protected static final ExampleService SERVICE = new ExampleService();

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry settings) {
        SERVICE.register(settings);
    }

    @BeforeEach
    void the_service_does_what_it_is_told() {
        SERVICE.behave();
    }
}
