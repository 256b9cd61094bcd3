package io.mandate.request.web;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Requests;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A test of the partner's pages around one request, as a browser without scripts meets them. */
@ServiceTest
@Import({FlowCoverage.class, Lifecycle.class})
public abstract class RequestPagesTest {

    @LocalServerPort protected int port;
    @Autowired protected Partners partners;
    @Autowired protected Accounts accounts;
    @Autowired protected Lifecycle life;
    @Autowired protected Requests requests;
    @Autowired protected PlatformTransactionManager transactions;

    protected PartnerPages paula;
    /** Of a customer that no other test has. */
    protected String customer;

    @BeforeEach
    void signIn() {
        People.join(partners, accounts);
        TestMail.acceptAll();
        paula = as(People.PAULA.address().value());
        customer = Lifecycle.newAddress();
    }

    @AfterEach
    void mailServer() {
        TestMail.acceptAll();
    }

    protected PartnerPages as(String username) {
        return new PartnerPages(Visitor.signedIn(port, username));
    }

    /** Does something while somebody else holds the request, as Mandate does while it hands over a mail. */
    protected <T> T whileHeld(String request, Supplier<T> something) {
        UUID id = UUID.fromString(request.replace("/requests/", ""));
        return new TransactionTemplate(transactions).execute(held -> {
            requests.lock(id);
            return something.get();
        });
    }

    /** Everything that is due happens. */
    protected void runDue() {
        life.jobs().runDue();
    }
}
