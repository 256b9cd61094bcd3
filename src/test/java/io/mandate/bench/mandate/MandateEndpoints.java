package io.mandate.bench.mandate;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.mandate.acceptance.Links;
import io.mandate.bench.app.Copies;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.NewToken;
import io.mandate.machine.Scope;
import io.mandate.machine.TokenIssue;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Fills Mandate's record, and gives what clients need to know of it. */
final class MandateEndpoints {

    private static final List<String> OF_THE_REQUEST = List.of("open_request", "timeline", "mail");

    private final DataSource source;
    private final JdbcClient jdbc;
    private final Filling filling;
    private final Requests requests;
    private final Links links;
    private final TokenIssue issue;
    private final AccessTokens tokens;

    MandateEndpoints(DataSource source, JdbcClient jdbc, Filling filling, Requests requests, Links links, TokenIssue issue, AccessTokens tokens) {
        this.source = source;
        this.jdbc = jdbc;
        this.filling = filling;
        this.requests = requests;
        this.links = links;
        this.issue = issue;
        this.tokens = tokens;
    }

    RouterFunction<ServerResponse> routes() {
        return route()
                .POST("/bench/fill", call -> {
                    filling.relationships(param(call, "partner"), Integer.parseInt(param(call, "number")));
                    return ServerResponse.noContent().build();
                })
                .POST("/bench/copies", call -> ServerResponse.ok().body(String.valueOf(copies(
                        UUID.fromString(param(call, "request")), Integer.parseInt(param(call, "number"))))))
                .GET("/bench/waits", call -> ServerResponse.ok().body(String.valueOf(
                        requests.get(UUID.fromString(param(call, "request"))).status() == RequestStatus.WAITING)))
                .GET("/bench/link", call -> ServerResponse.ok().body(
                        links.answer(requests.get(UUID.fromString(param(call, "request")))).replaceAll(".*/", "")))
                .POST("/bench/token", call -> ServerResponse.ok().body(token()))
                .GET("/bench/customers", call -> ServerResponse.ok().body(String.join("\n", customers(Integer.parseInt(param(call, "number"))))))
                .build();
    }

    private int copies(UUID request, int number) throws SQLException {
        UUID relationship = requests.get(request).relationshipId();
        UUID customer = jdbc.sql("select customer_id from relationship where id = ?").param(relationship).query(UUID.class).single();
        Copies copies = new Copies(source)
                .of("customer", "id", List.of(customer))
                .of("relationship", "id", List.of(relationship))
                .of("search_word", "relationship_id", List.of(relationship))
                .of("request", "id", List.of(request))
                .of("permission", "customer_id", List.of(customer))
                .of("evidence_head", "chain_id", List.of(relationship, customer))
                .of("evidence_entry", "chain_id", List.of(relationship, customer))
                .of("evidence_words", "chain_id", List.of(relationship, customer));
        for (String table : OF_THE_REQUEST) {
            copies.of(table, "request_id", List.of(request));
        }
        copies.ofEngine(relationship.toString());
        String address = requests.get(request).address().value();
        copies.make(number, address.substring(address.indexOf('@') + 1));
        return copies.size();
    }

    /** A new access token, as a page issues it; gives its text. */
    private String token() {
        UUID key = UUID.randomUUID();
        UUID id = issue.issue(key, new NewToken("mail-service", List.of("mail"), EnumSet.allOf(Scope.class), 90), "bench");
        return issue.text(key, tokens.get(id)).orElseThrow();
    }

    private List<String> customers(int number) {
        return jdbc.sql("select customer_id from permission where holder is not null and service = 'mail' order by customer_id limit ?")
                .param(number).query(UUID.class).list().stream().map(UUID::toString).toList();
    }

    private static String param(ServerRequest call, String name) {
        return call.param(name).orElseThrow();
    }
}
