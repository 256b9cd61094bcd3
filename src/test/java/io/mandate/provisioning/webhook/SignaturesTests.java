package io.mandate.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.LocalizedText;
import io.mandate.catalog.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start with wrong secrets is refused by the name of the setting, without the secret. */
class SignaturesTests {

    @Test
    void a_service_with_an_endpoint_needs_a_secret() {
        assertThatThrownBy(() -> signatures(Map.of()))
                .hasMessage("mandate.services.secrets.mail is missing: the catalog names an endpoint of this service");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "whsec_", "whsec_c2hvcnQ=", "whsec_not-base64!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "sk_live_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    })
    void a_secret_is_written_as_standard_webhooks_write_it_and_long_enough(String secret) {
        assertThatThrownBy(() -> signatures(Map.of("mail", List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret))))
                .hasMessage("mandate.services.secrets.mail must be whsec_ and base64 of 24 to 64 random bytes").hasNoCause();
    }

    @Test
    void a_secret_for_nobody_is_a_mistake() {
        assertThatThrownBy(() -> signatures(Map.of("telex", List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
                .hasMessage("mandate.services.secrets.telex: the catalog does not have this service");
    }

    @Test
    void secrets_are_not_written_to_a_log() {
        assertThat(properties(Map.of("mail", List.of("whsec_MfKQ9r8G")))).asString().contains("mail").doesNotContain("MfKQ9r8G");
    }

    private static void signatures(Map<String, List<String>> secrets) {
        LocalizedText text = new LocalizedText("Mail", "Correo", "Post");
        new Signatures(
                new Catalog(List.of(), List.of(new Service("mail", text, text, List.of(), Map.of(),
                        Map.of("home", URI.create("https://a.example/"))))),
                properties(secrets));
    }

    private static WebhookProperties properties(Map<String, List<String>> secrets) {
        return new WebhookProperties(secrets, false, Duration.ofSeconds(1));
    }
}
