package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ShortMemoryTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withBean(ShortMemory.class)
            .withInitializer(context -> context.getEnvironment()
                    .setConversionService(new ApplicationConversionService()));

    @Test
    void as_short_as_the_silence_between_nodes_is_short_enough() {
        runner.withPropertyValues("mandate.definitions.known=10s", "mandate.partners.known=10s")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandate.definitions.known", "mandate.partners.known"})
    void longer_is_refused(String memory) {
        runner.withPropertyValues(memory + "=6s", "mandate.nodes.seen-every=5s").run(context -> assertThat(context)
                .hasFailed().getFailure().rootCause()
                .hasMessage(memory + ": must not be longer than mandate.nodes.seen-every, which is PT5S"));
    }
}
