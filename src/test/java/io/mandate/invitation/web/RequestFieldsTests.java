package io.mandate.invitation.web;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.invitation.NewInvitation;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partners;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asks on the pages and whoever asks in Tasklist fill in the same fields, from the same choices. */
@ServiceTest
class RequestFieldsTests {

    @LocalServerPort int port;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;

    private Visitor paula;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        paula = Visitor.signedIn(port, PAULA.address().value());
    }

    @Test
    void of_a_request_are_the_same_on_the_pages_and_in_tasklist() throws IOException {
        var draft = invitations.request(new NewInvitation("Northwind Traders", Lifecycle.newAddress(), "en", "US", "global", "",
                List.of(new AskedPermission("mail", List.of("mail-reader"), 30)), false), PAULA);
        Set<String> onThePages = names(paula.open("/requests/new").body());
        onThePages.addAll(names(paula.open("/requests/" + draft.id() + "/draft").body()));

        Set<String> inTasklist = new TreeSet<>();
        collect(form("request-relationship"), inTasklist);
        collect(form("review-invitation"), inTasklist);

        // Pages have buttons for who sends the mail; from Tasklist it is always Mandate.
        onThePages.removeAll(Set.of("action", "send", "lang"));
        assertThat(onThePages).isEqualTo(inTasklist);
    }

    @Test
    void have_the_same_languages_and_clouds_to_choose_from() throws IOException {
        String page = paula.open("/requests/new").body();

        assertThat(found("(?s)<select[^>]*name=\"language\".*?</select>", "<option[^>]*value=\"([^\"]+)\"", page))
                .isEqualTo(choices("language"));
        assertThat(found("(?s).*", "<input(?=[^>]*name=\"cloud\")[^>]*\\bvalue=\"([^\"]+)\"", page.replaceAll("\\s+", " ")))
                .isEqualTo(choices("cloud"));
    }

    private static Set<String> names(String page) {
        return found("(?s)<main.*</main>", "<(?:input|textarea|select|button)\\b[^>]*\\bname=\"([^_\"][^\"]*)\"", page);
    }

    private static Set<String> found(String part, String value, String page) {
        return Pattern.compile(part).matcher(page).results()
                .flatMap(found -> Pattern.compile(value).matcher(found.group()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> choices(String field) throws IOException {
        for (JsonNode component : form("request-relationship").get("components")) {
            if (component.path("key").asText().equals(field)) {
                return new TreeSet<>(component.get("values").findValuesAsText("value"));
            }
        }
        throw new AssertionError("No field " + field);
    }

    private static JsonNode form(String name) throws IOException {
        return new ObjectMapper().readTree(Path.of("forms", name + ".form").toFile());
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(part -> collect(part, keys));
    }
}
