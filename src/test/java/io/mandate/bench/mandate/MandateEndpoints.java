package io.mandate.bench.mandate;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.mandate.acceptance.Links;
import io.mandate.bench.app.Copies;
import io.mandate.bench.app.Secrets;
import io.mandate.machine.Scope;
import io.mandate.machine.TokenText;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
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

    MandateEndpoints(DataSource source, JdbcClient jdbc, Filling filling, Requests requests, Links links) {
        this.source = source;
        this.jdbc = jdbc;
        this.filling = filling;
        this.requests = requests;
        this.links = links;
    }

    RouterFunction<ServerResponse> routes() {
        return route()
                .POST("/bench/fill", call -> {
                    filling.relationships(param(call, "partner"), Integer.parseInt(param(call, "number")));
                    return ServerResponse.noContent().build();
                })
                .POST("/bench/copies", call -> ServerResponse.ok().body(String.valueOf(copies(
                        UUID.fromString(param(call, "request")), Integer.parseInt(param(call, "from")), Integer.parseInt(param(call, "to"))))))
                .GET("/bench/waits", call -> ServerResponse.ok().body(String.valueOf(
                        requests.get(UUID.fromString(param(call, "request"))).status() == RequestStatus.WAITING)))
                .GET("/bench/link", call -> ServerResponse.ok().body(
                        links.answer(requests.get(UUID.fromString(param(call, "request")))).replaceAll(".*/", "")))
                .POST("/bench/token", call -> ServerResponse.ok().body(token()))
                .GET("/bench/customers", call -> ServerResponse.ok().body(String.join("\n", customers(Integer.parseInt(param(call, "number"))))))
                .build();
    }

    private int copies(UUID request, int from, int to) throws SQLException {
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
        copies.make(from, to, address.substring(address.indexOf('@') + 1));
        return copies.size();
    }

    /** A new access token, as a page would have issued it; gives its text. */
    private String token() {
        String random = Secrets.hash(Secrets.token());
        CRC32 sum = new CRC32();
        sum.update(random.getBytes(StandardCharsets.US_ASCII));
        String text = TokenText.PREFIX + random + HexFormat.of().toHexDigits((int) sum.getValue());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into access_token (id, token_hash, name, services, scopes, issued_by, issued_at, expires_at)
                        values (?, ?, 'mail-service', 'mail', ?, 'bench', ?, ?)
                        """)
                .params(UUID.randomUUID(), Secrets.hash(text),
                        Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(" ")), now, now.plusDays(90)).update();
        return text;
    }

    private List<String> customers(int number) {
        return jdbc.sql("select customer_id from permission where holder is not null and service = 'mail' order by customer_id limit ?")
                .param(number).query(UUID.class).list().stream().map(UUID::toString).toList();
    }

    private static String param(ServerRequest call, String name) {
        return call.param(name).orElseThrow();
    }
}
