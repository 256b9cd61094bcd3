package io.mandate.bench.bare;

import io.mandate.bench.app.Bulk;
import io.mandate.bench.app.Secrets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Held permissions and a token for who asks about them. */
record BareFilling(DataSource source, JdbcClient jdbc) {

    private static final int TOGETHER = 2_000;

    /** So many permissions; gives the token. */
    String fill(int number) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String token = Secrets.token();
        try (Bulk bulk = new Bulk(source)) {
            for (int from = 0; from < number; from += TOGETHER) {
                List<Object[]> customers = new ArrayList<>();
                List<Object[]> permissions = new ArrayList<>();
                for (int one = from; one < Math.min(number, from + TOGETHER); one++) {
                    UUID customer = UUID.randomUUID();
                    customers.add(new Object[] {customer, "global", one + ".example", "US"});
                    permissions.add(new Object[] {customer, "mail", "contoso", "mail-administrator,mail-reader", now, now.plusDays(365)});
                }
                bulk.insert("customer", "(id, cloud, identity, country)", customers);
                bulk.insert("permission", "(customer_id, service, holder, roles, granted_at, ends_at)", permissions);
            }
            bulk.insert("access_token", "(id, token_hash, name, services, scopes, issued_by, issued_at, expires_at)", List.<Object[]>of(
                    new Object[] {UUID.randomUUID(), Secrets.hash(token), "mail-service", "mail", "decisions", "bench", now, now.plusDays(90)}));
        }
        return token;
    }

    String customers(int number) {
        return jdbc.sql("select customer_id from permission order by customer_id limit ?").param(number).query(UUID.class).list().stream()
                .map(UUID::toString).collect(Collectors.joining("\n"));
    }
}
