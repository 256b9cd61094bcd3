package io.mandate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.revocation.Removals;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The demo's mail service: the endpoint that Mandate calls, and a page that shows what it made of it. */
@Controller
@Profile("demo & !second")
@RequestMapping(DemoServiceConfiguration.PAGE)
class DemoServiceController {

    private static final String BACK = "redirect:" + DemoServiceConfiguration.PAGE;

    private final DemoService service;
    private final Relationships relationships;
    private final Permissions permissions;
    private final Removals removals;
    private final ObjectMapper json;
    private final Clock clock;
    private final Webhook signature;

    DemoServiceController(DemoService service, Relationships relationships, Permissions permissions, Removals removals, ObjectMapper json, Clock clock,
            Environment settings)
            throws Exception {
        this.service = service;
        this.relationships = relationships;
        this.permissions = permissions;
        this.removals = removals;
        this.json = json;
        this.clock = clock;
        this.signature = new Webhook(settings.getRequiredProperty("mandate.services.secrets." + DemoService.ID));
    }

    @PostMapping("/webhook")
    @ResponseBody
    ResponseEntity<Object> take(@RequestHeader HttpHeaders headers, @RequestBody String body) throws IOException {
        try {
            signature.verify(body, headers);
        } catch (WebhookVerificationException forged) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        if (service.isFailing()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        JsonNode message = json.readTree(body);
        JsonNode data = message.path("data");
        if (message.path("type").asText().equals("permission.read")) {
            return ResponseEntity.ok(Map.of("roles", service.roles(DemoService.Key.of(data))));
        }
        service.apply(headers.getFirst("webhook-id"), data);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("rows", service.rows());
        model.addAttribute("names", names(service.rows()));
        model.addAttribute("failing", service.isFailing());
        model.addAttribute("keeping", service.isKeeping());
        return "demo-service";
    }

    @PostMapping("/fail")
    String fail(@RequestParam boolean on) {
        service.fail(on);
        return BACK;
    }

    @PostMapping("/keep")
    String keep(@RequestParam boolean on) {
        service.keep(on);
        return BACK;
    }

    /** Removes it in the service's own portal, and lets Mandate know where it is still held, or find out by itself. */
    @PostMapping("/remove")
    String remove(@RequestParam UUID customer, @RequestParam String partner, @RequestParam boolean reported) {
        service.remove(new DemoService.Key(customer.toString(), partner));
        if (reported) {
            held(customer, partner).ifPresent(held -> removals.removedAtService(held, false));
        }
        return BACK;
    }

    /** Whom the ids stand for, as Mandate knows them: for people who look at the demo. */
    private Map<String, String> names(List<DemoService.Row> rows) {
        return rows.stream().map(row -> row.key().customer()).distinct().collect(Collectors.toMap(Function.identity(), id ->
                relationships.ofCustomer(UUID.fromString(id)).stream().findFirst()
                        .map(one -> one.organisation() + ", " + one.customer().identity().readable()).orElse("")));
    }

    private Optional<Permission> held(UUID customer, String partner) {
        return permissions.heldAt(customer, clock.instant()).stream()
                .filter(held -> held.service().equals(DemoService.ID) && held.holder().equals(partner))
                .findFirst();
    }
}
