package io.mandate.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.LocalizedText;
import io.mandate.catalog.Portal;
import io.mandate.catalog.Service;
import io.mandate.provisioning.ServiceNotice;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import io.mandate.testing.ExampleService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of src/docs/services.md, with a service that keeps it until it is told not to. */
class WebhooksTests {

    private static final String NEWER = "whsec_bmV3ZXItbmV3ZXItbmV3ZXItbmV3ZXItbmV3ZXI=";
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ExampleService service = new ExampleService();
    private final List<WebhookClient> clients = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (WebhookClient client : clients) {
            client.destroy();
        }
    }

    @Test
    void a_notice_is_signed_and_says_who_may_do_what_for_whom_until_when() throws Exception {
        // when
        webhooks(ExampleService.SECRET).tell(granted(NOON, "mail-administrator", "mail-reader"));

        // then
        ExampleService.Message message = service.messages().get(0);
        new Webhook(ExampleService.SECRET).verify(message.body().toString(), headers(message));
        assertThat(message.body().at("/type").asText()).isEqualTo("permission.granted");
        assertThat(message.body().at("/data")).hasToString(("{'service':'mail','cloud':'home','customer':'" + CUSTOMER
                + "','partner':'contoso','roles':['mail-administrator','mail-reader'],"
                + "'ends_at':'2027-11-22T12:00:00Z','occurred_at':'2026-11-22T12:00:00Z'}").replace('\'', '"'));
        assertThat(service.roles(CUSTOMER.toString(), "contoso")).containsExactly("mail-administrator", "mail-reader");
    }

    @Test
    void while_a_secret_is_replaced_the_service_may_know_either() throws Exception {
        // when
        webhooks(NEWER, ExampleService.SECRET).tell(granted(NOON, "mail-reader"));

        // then
        ExampleService.Message message = service.messages().get(0);
        assertThatCode(() -> new Webhook(NEWER).verify(message.body().toString(), headers(message)))
                .doesNotThrowAnyException();
        assertThat(service.roles(CUSTOMER.toString(), "contoso")).containsExactly("mail-reader");
    }

    @Test
    void a_service_refuses_what_is_signed_with_a_secret_it_does_not_know() {
        assertThatThrownBy(() -> webhooks(NEWER).tell(granted(NOON, "mail-reader")))
                .isInstanceOf(ServiceSilentException.class).hasMessageContaining("status 401");
        assertThat(service.roles(CUSTOMER.toString(), "contoso")).isEmpty();
    }

    @Test
    void a_notice_that_is_repeated_keeps_its_id() {
        // given
        Webhooks webhooks = webhooks(ExampleService.SECRET);
        ServiceNotice notice = granted(NOON, "mail-reader");
        service.answerWith(503);
        assertThatThrownBy(() -> webhooks.tell(notice)).isInstanceOf(ServiceSilentException.class);

        // when
        service.behave();
        webhooks.tell(notice);

        // then
        assertThat(service.messages()).hasSize(2).allSatisfy(message ->
                assertThat(message.headers()).containsEntry("webhook-id", notice.eventId().toString()));
    }

    @Test
    void what_arrives_late_does_not_bring_back_what_was_removed() {
        // given
        Webhooks webhooks = webhooks(ExampleService.SECRET);
        webhooks.tell(new ServiceNotice(UUID.randomUUID(), ServiceNotice.Type.REMOVED, "mail", "home", CUSTOMER, "contoso",
                List.of(), Optional.empty(), "given_up", NOON.plusSeconds(60)));

        // when
        webhooks.tell(granted(NOON, "mail-reader"));

        // then
        assertThat(webhooks.roles(question())).isEmpty();
    }

    @Test
    void the_service_says_what_the_partner_can_do() {
        service.set(CUSTOMER.toString(), "contoso", Set.of("mail-reader"));

        assertThat(webhooks(ExampleService.SECRET).roles(question())).containsExactly("mail-reader");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            302 | answered with status 302, a redirect, which is not followed
            308 | answered with status 308, a redirect, which is not followed
            401 | answered with status 401: it refuses
            410 | answered with status 410: it is no longer there
            500 | answered with status 500
            """)
    void anything_but_success_is_told_by_its_status_alone(int status, String told) {
        service.answerWith(status);

        assertThatThrownBy(() -> webhooks(ExampleService.SECRET).tell(granted(NOON, "mail-reader")))
                .isInstanceOf(ServiceSilentException.class)
                .hasMessage("The service mail " + told + ". It is safe to try again.").hasNoCause();
        assertThat(service.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>secret of theirs</p>", "{}", "{\"roles\": \"mail-reader\"}", "{\"roles\": {\"secret of theirs\": 1}}",
        "{\"roles\": [1]}", "{\"roles\": [\"secret, of theirs\"]}", "null",
        "{\"roles\": [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\",\"m\"]}",
    })
    void an_answer_that_is_no_list_of_roles_is_none(String answer) {
        service.answerWith(answer);

        assertThatThrownBy(() -> webhooks(ExampleService.SECRET).roles(question()))
                .isInstanceOf(ServiceSilentException.class)
                .hasMessageContaining("did not answer with the JSON").hasMessageNotContaining("theirs").hasNoCause();
    }

    @Test
    void an_answer_longer_than_anybody_needs_is_none() {
        service.answerWith("[" + "1,".repeat(WebhookClient.MAX_ANSWER) + "1]");

        assertThatThrownBy(() -> webhooks(ExampleService.SECRET).roles(question()))
                .isInstanceOf(ServiceSilentException.class).hasMessageContaining("more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void this_machine_and_private_networks_are_not_called_unless_allowed(String host) {
        URI endpoint = URI.create(service.url().replace("127.0.0.1", host));

        assertThatThrownBy(() -> webhooks(endpoint, false, ExampleService.SECRET).tell(granted(NOON, "mail-reader")))
                .isInstanceOf(ServiceSilentException.class).hasMessageContaining("mandate.services.allow-private-addresses");
        assertThat(service.messages()).isEmpty();
    }

    @Test
    void an_endpoint_that_is_not_there_is_told_as_such() {
        assertThatThrownBy(() -> webhooks(URI.create("http://127.0.0.1:1/"), true, ExampleService.SECRET)
                        .tell(granted(NOON, "mail-reader")))
                .hasMessage("The service mail cannot be connected to. It is safe to try again.");
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, did not answer in time",
        "DRIPPING, did not answer in time",
        "ENDLESS, answered with more than 65536 bytes",
        "GARBAGE, answered with something else than HTTP",
    })
    void a_hostile_endpoint_keeps_nobody_waiting(HostileEndpoint.Way way, String told) throws Exception {
        try (HostileEndpoint hostile = new HostileEndpoint(way)) {
            Webhooks webhooks = webhooks(hostile.uri(), true, ExampleService.SECRET);

            assertThatThrownBy(() -> webhooks.roles(question()))
                    .isInstanceOf(ServiceSilentException.class).hasMessageContaining(told).hasMessageNotContaining("theirs");
        }
    }

    @Test
    void only_what_the_catalog_gives_an_endpoint_is_reached() {
        Webhooks webhooks = webhooks(ExampleService.SECRET);

        assertThat(webhooks.reaches("mail", "home")).isTrue();
        assertThat(webhooks.reaches("mail", "away")).isFalse();
        assertThat(webhooks.reaches("telex", "home")).isFalse();
    }

    private Webhooks webhooks(String... secrets) {
        return webhooks(URI.create(service.url()), true, secrets);
    }

    private Webhooks webhooks(URI endpoint, boolean privateAddresses, String... secrets) {
        LocalizedText text = new LocalizedText("Mail", "Correo", "Post");
        Portal portal = new Portal("https://a.example/{customer}", "https://a.example/{customer}", "https://a.example/{customer}");
        Catalog catalog = new Catalog(List.of(), List.of(
                new Service("mail", text, text, List.of(), Map.of("home", portal), Map.of("home", endpoint))));
        WebhookProperties properties =
                new WebhookProperties(Map.of("mail", List.of(secrets)), privateAddresses, Duration.ofSeconds(3));
        WebhookClient client = new WebhookClient(properties);
        clients.add(client);
        return new Webhooks(
                catalog, new Signatures(catalog, properties), client, new ObjectMapper(), Clock.systemUTC());
    }

    private static ServiceNotice granted(Instant at, String... roles) {
        return new ServiceNotice(UUID.randomUUID(), ServiceNotice.Type.GRANTED, "mail", "home", CUSTOMER, "contoso",
                List.of(roles), Optional.of(at.plus(Duration.ofDays(365))), "", at);
    }

    private static ServiceQuestion question() {
        return new ServiceQuestion("mail", "home", CUSTOMER, "contoso");
    }

    private static Map<String, List<String>> headers(ExampleService.Message message) {
        Map<String, List<String>> headers = new HashMap<>();
        message.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }
}
