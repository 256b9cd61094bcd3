package io.mandate.decision.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts customers and permissions into the record, past the processes that lead there. */
record HeldPermissions(JdbcClient jdbc) {

    UUID customer() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US')")
                .params(id, id + ".example").update();
        return id;
    }

    /** It held the permission last, and it was noted that its term is over. */
    void ended(String partner, UUID customer, String service, Instant end) {
        jdbc.sql("insert into permission (customer_id, service, ended_holder, ended_at) values (?, ?, ?, ?)")
                .params(customer, service, partner, end.atOffset(ZoneOffset.UTC)).update();
    }

    void hold(String partner, UUID customer, String service, String roles, Instant from, Instant until) {
        jdbc.sql("insert into partner (id, name, since) values (?, ?, date '2020-01-01') on conflict do nothing")
                .params(partner, partner).update();
        jdbc.sql("""
                        insert into permission (customer_id, service, holder, roles, granted_at, ends_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(customer, service, partner, roles, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
