package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LinkPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void a_short_secret_is_refused_by_name_and_not_repeated() {
        runner.withPropertyValues("mandate.link.secrets=a-secret-for-tests-of-at-least-32-characters,canary").run(context -> {
            Throwable failure = context.getStartupFailure();
            assertThat(failure).rootCause().hasMessageContaining("mandate.link.secrets: each must have at least 32 characters");
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain("canary");
            }
        });
    }

    @Test
    void long_ones_are_taken_and_told_nobody() {
        runner.withPropertyValues("mandate.link.secrets=a-secret-for-tests-of-at-least-32-characters").run(context ->
                assertThat(context.getBean(LinkProperties.class).toString()).doesNotContain("a-secret"));
    }

    @Test
    void a_proof_counts_for_its_text_and_purpose_as_long_as_its_secret_is_known() {
        LinkProperties old = new LinkProperties(List.of("an-old-secret-of-at-least-32-characters"));
        LinkProperties both = new LinkProperties(List.of("a-new-secret-of-at-least-32-characters!", old.secrets().get(0)));
        String proof = old.proofs("device", "a\nb").get(0);

        assertThat(proof).isEqualTo(Base64.getUrlEncoder().withoutPadding()
                .encodeToString(old.macs("device\na\nb".getBytes(StandardCharsets.UTF_8)).get(0)));
        assertThat(both.proofs("device", "a\nb")).hasSize(2).last().isEqualTo(proof);
        assertThat(both.proves(proof, "device", "a\nb")).isTrue();
        assertThat(both.proves(proof, "device", "a")).isFalse();
        assertThat(both.proves(proof, "form", "a\nb")).isFalse();
        assertThat(both.proves("", "device", "a\nb")).isFalse();
        assertThat(old.proves(both.proofs("device", "a\nb").get(0), "device", "a\nb")).isFalse();
    }

    @Test
    void rows_that_were_stored_under_a_hash_are_found_again_as_long_as_the_first_secret_is_the_same() {
        LinkProperties old = new LinkProperties(List.of("an-old-secret-of-at-least-32-characters", "another-secret-of-at-least-32-characters"));

        assertThat(old.hash("rate", "192.0.2.1"))
                .isEqualTo("a248f3d5dafe71edd9abf07936e71af9"
                        + "a6d2a6ad3c65bc752fa7894e8611fce0")
                .isNotEqualTo(old.hash("sign-in", "192.0.2.1"));
    }

    @Configuration
    @EnableConfigurationProperties(LinkProperties.class)
    static class Settings {}
}
