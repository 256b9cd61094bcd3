package io.mandate.bench.mandate;

import io.mandate.bench.app.Bulk;
import io.mandate.bench.app.SampleText;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Relationships in force, each with a request that was approved and a permission that is held, past the processes that lead there. */
final class Filling {

    private static final int TOGETHER = 2_000;
    private static final String[] FIRST = {"Northwind", "Fourth", "Alpine", "Blue", "Coho", "Lucerne", "Tailspin", "Wingtip", "Proseware", "Litware",
        "Humongous", "Woodgrove", "Trey", "Relecloud", "Graphic", "Margie", "Adventure", "City", "Consolidated", "Southridge"};
    private static final String[] SECOND = {"Traders", "Coffee", "Ski", "Yonder", "Winery", "Publishing", "Toys", "Insurance", "Bank", "Video", "Travel",
        "Works", "Power", "Light", "Museum", "School", "Farm", "Bakery", "Clinic", "Logistics", "Motors", "Design", "Media", "Foods", "Textiles"};
    private static final String ASKED = "[{\"service\":\"mail\",\"roles\":[\"mail-administrator\",\"mail-reader\"],\"days\":365,\"extending\":false}]";

    private final DataSource source;
    private final Partners partners;
    private final Accounts accounts;
    private final Random random = new Random(7);

    Filling(DataSource source, Partners partners, Accounts accounts) {
        this.source = source;
        this.partners = partners;
        this.accounts = accounts;
    }

    /** So many of the partner, which has an account {@code staff@<partner>.example}. */
    void relationships(String partner, int number) throws SQLException {
        partners.save(new Partner(partner, partner, LocalDate.of(2020, 1, 1), Set.of(new Partner.Market("global", "US"))));
        String staff = "staff@" + partner + ".example";
        if (accounts.find(staff).isEmpty()) {
            accounts.add(Account.ofPartner(partner, staff, "Paula Pérez", "{noop}secret", "en"));
        }
        try (Bulk bulk = new Bulk(source)) {
            for (int from = 0; from < number; from += TOGETHER) {
                some(bulk, partner, staff, from, Math.min(number, from + TOGETHER));
            }
        }
    }

    private void some(Bulk bulk, String partner, String staff, int from, int to) throws SQLException {
        List<Object[]> customers = new ArrayList<>();
        List<Object[]> relationships = new ArrayList<>();
        List<Object[]> requests = new ArrayList<>();
        List<Object[]> permissions = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        for (int number = from; number < to; number++) {
            UUID customer = UUID.randomUUID();
            UUID relationship = UUID.randomUUID();
            UUID request = UUID.randomUUID();
            String first = FIRST[random.nextInt(FIRST.length)];
            String second = SECOND[random.nextInt(SECOND.length)];
            String id = "%06d".formatted(number);
            String name = first + " " + second + " " + id;
            String domain = (first + second).toLowerCase(Locale.ROOT) + id + "." + partner + ".example";
            OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minus(Duration.ofMinutes(10 + random.nextInt(400_000)));
            customers.add(new Object[] {customer, "global", domain, "US"});
            relationships.add(new Object[] {relationship, partner, customer, name, name.toLowerCase(Locale.ROOT), "IN_FORCE", request, since, since, since});
            requests.add(new Object[] {request, relationship, "INVITATION", "APPROVED", "", name, "ada@" + domain, "en", "US", ASKED, ASKED, false,
                SampleText.SUBJECT, SampleText.DRAFT, "MANDATE", staff, "Paula Pérez", "en", 1, false, "", since, since, since, since.plusDays(30), since});
            permissions.add(new Object[] {customer, "mail", partner, relationship, request, "mail-administrator,mail-reader", since,
                since.plusDays(365), since.plusDays(335)});
            for (String word : new LinkedHashSet<>(List.of(first.toLowerCase(Locale.ROOT), second.toLowerCase(Locale.ROOT), id,
                    domain, domain.substring(0, domain.indexOf('.')), partner, "example", "ada@" + domain, "ada"))) {
                words.add(new Object[] {relationship, partner, word.getBytes(StandardCharsets.UTF_8)});
            }
        }
        bulk.insert("customer", "(id, cloud, identity, country)", customers);
        bulk.insert("relationship", "(id, partner_id, customer_id, organisation, sort_name, status, last_request_id, changed_at, in_force_since, duty_since)",
                relationships);
        bulk.insert("request", """
                (id, relationship_id, kind, status, name, organisation, address, language, country, asked, approved, without_permission, subject,
                    text, sent_by, requester, requester_name, requester_language, link_number, reminders_stopped, reason, opened_at, changed_at,
                    sent_at, valid_until, closed_at)""", requests);
        bulk.insert("permission", "(customer_id, service, holder, relationship_id, request_id, roles, granted_at, ends_at, next_due_at)", permissions);
        bulk.insert("search_word", "(relationship_id, partner_id, word)", words);
    }
}
