package io.mandate.faults;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Partners and accounts, as they are there before anything begins. */
final class Scene {

    static final String CONTOSO = "contoso";
    static final String FABRIKAM = "fabrikam";
    static final List<String> PARTNERS = List.of(CONTOSO, FABRIKAM);
    static final String OLIVIA = "olivia@mandate.example";

    private Scene() {}

    /** The account of a client at a partner. */
    static String account(String partner, int client) {
        return "staff" + client + "@" + partner + ".example";
    }

    static void set(JdbcTemplate database, int clients) {
        database.update("""
                insert into partner (id, name, since)
                values (?, 'Contoso Cloud', '2019-04-01'), (?, 'Fabrikam Managed Services', '2021-09-15')""", CONTOSO, FABRIKAM);
        for (String partner : PARTNERS) {
            database.update("insert into partner_market (partner_id, cloud, country) values (?, 'global', 'US')", partner);
            for (int client = 0; client < clients; client++) {
                account(database, account(partner, client), "PARTNER_AGENT", partner);
            }
        }
        account(database, OLIVIA, "PROCESS_OWNER", null);
    }

    private static void account(JdbcTemplate database, String username, String role, String partner) {
        database.update("""
                insert into account (username, display_name, password_hash, role, partner_id, language)
                values (?, ?, ?, ?, ?, 'en')""",
                username, "Person " + username.split("@")[0], "{noop}" + PartnerSide.PASSWORD, role, partner);
    }
}
