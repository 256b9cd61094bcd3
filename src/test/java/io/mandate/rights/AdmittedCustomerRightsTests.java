package io.mandate.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.testing.ServiceTest;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Customers that are admitted to Tasklist get in the web apps what the table says of support. */
@ServiceTest
@TestPropertySource(properties = "mandate.tasklist.customers=true")
class AdmittedCustomerRightsTests {

    @Autowired ApplicationContext beans;
    @Autowired ServletContext server;
    @LocalServerPort int port;

    @AfterEach
    void silence() {
        Decisions.forget(beans);
    }

    @Test
    void they_work_in_tasklist_as_support_does(
            @Autowired Partners partners, @Autowired Accounts accounts, @Autowired JdbcClient jdbc) {
        RightsTable table = RightsTable.read(RightsTests.PAGE);
        Caller customer = Callers.at(port, partners, accounts, jdbc, Decisions.in(beans)).get(Who.CUSTOMER);
        Collection<Operation> operations = Operations.all(beans, server).stream()
                .filter(operation -> operation.path().startsWith("/camunda")).toList();

        List<Operation> otherwise = operations.stream()
                .filter(operation -> customer.call(operation).admitted() != (table.rowOf(operation).answers().get(Who.SUPPORT) != Row.Answer.NO))
                .toList();

        assertThat(operations).hasSizeGreaterThan(400);
        assertThat(otherwise).isEmpty();
    }
}
