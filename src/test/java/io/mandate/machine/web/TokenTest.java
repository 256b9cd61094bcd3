package io.mandate.machine.web;

import io.mandate.identity.Accounts;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.MachineTest;
import io.mandate.machine.NewToken;
import io.mandate.machine.Scope;
import io.mandate.machine.TokenIssue;
import io.mandate.relationship.Partners;
import io.mandate.testing.People;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of access tokens against the running service. */
@MachineTest
abstract class TokenTest {

    @LocalServerPort int port;
    @Autowired TokenIssue issue;
    @Autowired AccessTokens tokens;
    @Autowired JdbcClient jdbc;
    @Autowired Partners partners;
    @Autowired Accounts accounts;

    Program program;

    @BeforeEach
    void people() {
        People.join(partners, accounts);
        program = new Program(port);
    }

    /** A token that the page issued, and its text. */
    record Issued(UUID id, String text) {

        String header() {
            return "Bearer " + text;
        }
    }

    Issued issued() {
        return issued(List.of("mail"), EnumSet.allOf(Scope.class));
    }

    Issued issued(List<String> services, EnumSet<Scope> scopes) {
        UUID key = UUID.randomUUID();
        UUID id = issue.issue(key, new NewToken("mail-service", services, scopes, 90), People.OLIVIA);
        return new Issued(id, issue.text(key, tokens.get(id)).orElseThrow());
    }
}
