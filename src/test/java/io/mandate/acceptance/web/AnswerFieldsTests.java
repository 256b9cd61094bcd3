package io.mandate.acceptance.web;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Role;
import io.mandate.relationship.AskedPermission;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Whoever answers on the page and whoever answers in Tasklist fill in the same fields. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestEnvironment.class)
@Import(Lifecycle.class)
class AnswerFieldsTests {

    private static final Pattern NAME = Pattern.compile("<(?:input|textarea|select)\\b[^>]*\\bname=\"([^_\"][^\"]*)\"");

    @Autowired Lifecycle life;
    @Autowired Catalog catalog;
    @LocalServerPort int port;

    @Test
    void of_a_request_for_everything_are_the_same_on_the_page_and_in_tasklist() throws IOException {
        // given
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, services(role -> true, false));
        String another = Lifecycle.newAddress();
        life.sent(PAULA, another, services(role -> role.strength() == 1, true));

        // when
        Set<String> onThePage = onThePage(customer);
        // What may do everything cannot be extended.
        onThePage.addAll(onThePage(another));

        // then
        Set<String> inTasklist = new TreeSet<>();
        collect(new ObjectMapper().readTree(Path.of("forms/approve-relationship.form").toFile()), inTasklist);
        // The page has a form for each answer and names the person; Tasklist asks for the answer and knows the person.
        inTasklist.removeAll(Set.of("decision", "agreementText", "agreementContinued"));
        onThePage.removeAll(Set.of("name", "lang"));
        assertThat(onThePage).isEqualTo(inTasklist);
    }

    private AskedPermission[] services(Predicate<Role> wanted, boolean extending) {
        return catalog.services("global").stream()
                .map(service -> new AskedPermission(
                        service.id(), service.roles().stream().filter(wanted).map(Role::id).toList(), 30, extending))
                .toArray(AskedPermission[]::new);
    }

    private Set<String> onThePage(String customer) {
        return NAME.matcher(new CustomerBrowser(port).prove(customer).html()).results()
                .map((MatchResult field) -> field.group(1)).map(name -> name.replace("decline_", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(part -> collect(part, keys));
    }
}
