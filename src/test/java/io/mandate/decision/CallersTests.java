package io.mandate.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.LocalizedText;
import io.mandate.catalog.Service;
import io.mandate.decision.DecisionProperties.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTests {

    @Test
    void a_caller_may_ask_about_its_own_services_only() {
        var callers = new Callers(callersOf("mail-portal", "mail"), catalogOf("mail", "collaboration"));

        assertThat(callers.mayAskAbout("mail-portal", "mail")).isTrue();
        assertThat(callers.mayAskAbout("mail-portal", "collaboration")).isFalse();
    }

    @Test
    void who_is_no_caller_may_ask_about_nothing() {
        var callers = new Callers(callersOf("mail-portal", "mail"), catalogOf("mail"));

        assertThat(callers.mayAskAbout("paula@contoso.example", "mail")).isFalse();
    }

    @Test
    void a_service_that_the_catalog_does_not_have_stops_the_start() {
        assertThatThrownBy(() -> new Callers(callersOf("mail-portal", "post"), catalogOf("mail")))
                .hasMessage("mandate.decision.callers: mail-portal asks about the service \"post\", which the catalog does not have");
    }

    private static DecisionProperties callersOf(String name, String service) {
        return new DecisionProperties(List.of(new Caller(name, "{noop}secret", Set.of(service))));
    }

    private static Catalog catalogOf(String... services) {
        var text = new LocalizedText("", "", "");
        return new Catalog(List.of(), List.of(services).stream()
                .map(service -> new Service(service, text, text, List.of(), Map.of(), Map.of())).toList());
    }
}
