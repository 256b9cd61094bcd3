package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partners known to Mandate. */
@Repository
public class Partners {

    private final JdbcClient jdbc;

    Partners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The partner with its markets, or empty where there is none. */
    public Optional<Partner> find(String id) {
        return jdbc.sql("""
                        select p.id, p.name, p.since, m.cloud, m.country
                        from partner p left join partner_market m on m.partner_id = p.id
                        where p.id = :id order by m.cloud, m.country
                        """)
                .param("id", id)
                .query(Partners::one);
    }

    /** The partner with its markets. Throws {@link NotFoundException} where there is none. */
    public Partner get(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("partner", id));
    }

    /** Adds a partner, or brings name and markets of a known one up to date. */
    public void save(Partner partner) {
        int known = jdbc.sql("update partner set name = :name, since = :since where id = :id")
                .param("name", partner.name()).param("since", partner.since()).param("id", partner.id())
                .update();
        if (known == 0) {
            jdbc.sql("insert into partner (id, name, since) values (:id, :name, :since) on conflict do nothing")
                    .param("id", partner.id()).param("name", partner.name()).param("since", partner.since())
                    .update();
        }
        jdbc.sql("delete from partner_market where partner_id = :id").param("id", partner.id()).update();
        for (Partner.Market market : partner.markets()) {
            jdbc.sql("insert into partner_market (partner_id, cloud, country) values (:id, :cloud, :country) on conflict do nothing")
                    .param("id", partner.id()).param("cloud", market.cloud()).param("country", market.country())
                    .update();
        }
    }

    private static Optional<Partner> one(ResultSet rows) throws SQLException {
        String id = null;
        String name = null;
        LocalDate since = null;
        Set<Partner.Market> markets = new LinkedHashSet<>();
        while (rows.next()) {
            id = rows.getString("id");
            name = rows.getString("name");
            since = rows.getObject("since", LocalDate.class);
            if (rows.getString("cloud") != null) {
                markets.add(new Partner.Market(rows.getString("cloud"), rows.getString("country")));
            }
        }
        return id == null ? Optional.empty() : Optional.of(new Partner(id, name, since, markets));
    }
}
