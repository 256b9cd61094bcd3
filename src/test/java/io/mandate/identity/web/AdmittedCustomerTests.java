package io.mandate.identity.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Accounts of customers where the settings admit them to Tasklist. */
@ServiceTest
@TestPropertySource(properties = "mandate.tasklist.customers=true")
class AdmittedCustomerTests {

    private static final String NANCY = "nancy@admitted.example";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void account() {
        UUID customer = UUID.fromString("00000000-0000-0000-0000-0000000ad317");
        jdbc.sql("insert into customer (id, cloud, identity, country) values (?, 'global', 'admitted.example', 'US') on conflict do nothing")
                .param(customer).update();
        accounts.add(Account.ofCustomer(customer, NANCY, "Nancy", "{noop}" + People.PASSWORD, "en"));
    }

    @Test
    void a_customer_is_led_to_tasklist() {
        var answer = new Visitor(port).signIn(NANCY, People.PASSWORD);

        assertThat(location(answer)).isEqualTo("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, 200", "/camunda/app/cockpit/default/, 403", "/camunda/app/admin/default/, 403",
        "/customers, 403", "/requests/new, 403", "/overview, 403",
    })
    void tasklist_is_all_that_is_open(String path, int status) {
        assertThat(Visitor.signedIn(port, NANCY).open(path).statusCode()).isEqualTo(status);
    }

    @Test
    void a_customer_can_start_nothing() {
        Visitor nancy = Visitor.signedIn(port, NANCY);

        var startable = nancy.engine("GET", "/process-definition?startablePermissionCheck=true", null);
        var start = nancy.rest("POST", "/engine/engine/default/process-definition/key/invitation/submit-form", "{}");

        assertThat(startable).isEmpty();
        // To this person, there is no such process.
        assertThat(start.statusCode()).isEqualTo(404);
    }
}
