package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partners known to Mandate. */
@Repository
public class Partners {

    private static final String SELECT = """
            select p.id, p.name, p.since, p.provider_id, m.cloud, m.country
            from partner p left join partner_market m on m.partner_id = p.id
            """;

    private final JdbcClient jdbc;
    private final RecentReads known;

    Partners(JdbcClient jdbc, PartnersProperties settings) {
        this.jdbc = jdbc;
        this.known = new RecentReads(settings.known());
    }

    /** The partner with its markets, or empty where there is none. Nearly every step of a request asks, so it is known for a moment. */
    public Optional<Partner> find(String id) {
        return known.recall(id, Partner.class)
                .or(() -> Optional.ofNullable(known.read(id, () -> read(id), Function.identity())));
    }

    private Partner read(String id) {
        return jdbc.sql(SELECT + "where p.id = :id order by m.cloud, m.country").param("id", id)
                .query(Partners::all).stream().findFirst().orElse(null);
    }

    /** The partner with its markets. Throws {@link NotFoundException} where there is none. */
    public Partner get(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("partner", id));
    }

    /** All partners, by name. */
    public List<Partner> known() {
        return jdbc.sql(SELECT + "order by p.name, p.id, m.cloud, m.country").query(Partners::all);
    }

    /** Whoever else changes partners waits until the transaction ends. */
    public void lock() {
        known.change();
        jdbc.sql("select id from partner order by id for update").query(String.class).list();
    }

    /** The partners that work through this indirect provider, by name; none where it is no provider. */
    public List<Partner> of(String provider) {
        return jdbc.sql(SELECT + "where p.provider_id = :provider order by p.name, p.id, m.cloud, m.country")
                .param("provider", provider)
                .query(Partners::all);
    }

    /**
     * Adds a partner, or brings everything about a known one up to date. There is one level of providers only: the database
     * refuses one that has a provider itself, and a provider for one that others work through.
     */
    public void save(Partner partner) {
        known.change();
        int updated = bind(jdbc.sql("""
                update partner set name = :name, since = :since, provider_id = :provider, tier = :tier where id = :id
                """), partner).update();
        if (updated == 0) {
            bind(jdbc.sql("""
                    insert into partner (id, name, since, provider_id, tier) values (:id, :name, :since, :provider, :tier)
                    on conflict do nothing
                    """), partner).update();
        }
        jdbc.sql("delete from partner_market where partner_id = :id").param("id", partner.id()).update();
        for (Partner.Market market : partner.markets()) {
            jdbc.sql("insert into partner_market (partner_id, cloud, country) values (:id, :cloud, :country) on conflict do nothing")
                    .param("id", partner.id()).param("cloud", market.cloud()).param("country", market.country())
                    .update();
        }
        known.change();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Partner partner) {
        return statement.param("id", partner.id()).param("name", partner.name()).param("since", partner.since())
                .param("provider", partner.provider().orElse(null)).param("tier", partner.provider().isEmpty() ? 1 : 2);
    }

    private static List<Partner> all(ResultSet rows) throws SQLException {
        Map<String, Partner> found = new LinkedHashMap<>();
        while (rows.next()) {
            Partner partner = found.get(rows.getString("id"));
            if (partner == null) {
                partner = new Partner(rows.getString("id"), rows.getString("name"), rows.getObject("since", LocalDate.class),
                        new LinkedHashSet<>(), Optional.ofNullable(rows.getString("provider_id")));
                found.put(partner.id(), partner);
            }
            if (rows.getString("cloud") != null) {
                partner.markets().add(new Partner.Market(rows.getString("cloud"), rows.getString("country")));
            }
        }
        return List.copyOf(found.values());
    }
}
