package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.LocalizedText;
import io.mandate.catalog.Service;
import io.mandate.machine.CallerProperties.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTests {

    @Test
    void a_caller_speaks_for_its_own_services_only() {
        var callers = new Callers(callersOf("mail-portal", "mail"), catalogOf("mail", "collaboration"));

        assertThat(callers.find("mail-portal", Set.of(Scope.DECISIONS))).hasValueSatisfying(caller -> {
            assertThat(caller.speaksFor("mail")).isTrue();
            assertThat(caller.speaksFor("collaboration")).isFalse();
            assertThat(caller.scopes()).containsExactly(Scope.DECISIONS);
        });
    }

    @Test
    void who_does_not_stand_in_the_settings_is_no_caller() {
        var callers = new Callers(callersOf("mail-portal", "mail"), catalogOf("mail"));

        assertThat(callers.find("paula@contoso.example", Set.of())).isEmpty();
    }

    @Test
    void a_service_that_the_catalog_does_not_have_stops_the_start() {
        assertThatThrownBy(() -> new Callers(callersOf("mail-portal", "post"), catalogOf("mail")))
                .hasMessage("mandate.decision.callers: mail-portal asks about the service \"post\", which the catalog does not have");
    }

    private static CallerProperties callersOf(String name, String service) {
        return new CallerProperties(List.of(new Account(name, "{noop}secret", Set.of(service))));
    }

    private static Catalog catalogOf(String... services) {
        var text = new LocalizedText("", "", "");
        return new Catalog(List.of(), List.of(services).stream()
                .map(service -> new Service(service, text, text, List.of(), Map.of(), Map.of())).toList());
    }
}
