package io.mandate.relationship;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers with whom a partner has, or had, a relationship, itself or as the provider of another. */
@Repository
public class PartnerCustomers {

    private final JdbcClient jdbc;

    PartnerCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether one of them is the organisation of that domain. */
    public boolean haveDomain(String partner, String domain) {
        return !jdbc.sql("""
                        select 1 from customer c join relationship r on r.customer_id = c.id
                            join partner p on p.id = r.partner_id
                        where c.identity = :domain and (p.id = :partner or p.provider_id = :partner)
                        limit 1
                        """)
                .param("domain", domain).param("partner", partner).query(Integer.class).list().isEmpty();
    }
}
