package io.mandate.bench.limit;

import io.mandate.bench.app.SampleText;
import io.mandate.bench.app.Secrets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The rows of the record, table by table, each table in one statement. */
record Rows(Sql.Transaction sql, OffsetDateTime now) {

    static final String ROLES = "[{\"service\":\"mail\",\"roles\":[\"mail-administrator\",\"mail-reader\"],\"days\":365,\"extending\":false}]";

    void customer(UUID id, String domain) throws SQLException {
        sql.update("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US') on conflict do nothing", id, domain);
    }

    void relationship(UUID id, UUID customer, UUID request) throws SQLException {
        sql.update("""
                insert into relationship (id, partner_id, customer_id, organisation, sort_name, status, last_request_id, changed_at)
                values (?, 'contoso', ?, 'Northwind Traders', 'northwind traders', 'REQUESTED', ?, ?)
                """, id, customer, request, now);
    }

    void words(UUID relationship, List<String> words) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            Collections.addAll(values, relationship, word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        sql.update("insert into search_word (relationship_id, partner_id, word) values "
                + String.join(", ", Collections.nCopies(words.size(), "(?, 'contoso', ?)")), values.toArray());
    }

    void request(UUID id, UUID relationship, String address, String staff) throws SQLException {
        sql.update("""
                insert into request (id, relationship_id, kind, status, name, organisation, address, language, country, asked, approved,
                    without_permission, subject, text, requester, requester_name, requester_language, link_hash, reminders_stopped,
                    reason, opened_at, changed_at)
                values (?, ?, 'INVITATION', 'DRAFT', '', 'Northwind Traders', ?, 'en', 'US', ?, '[]', false, ?, ?, ?, 'Paula Pérez', 'en', '',
                    false, '', ?, ?)
                """, id, relationship, address, ROLES, SampleText.SUBJECT, SampleText.DRAFT, staff, now, now);
    }

    void claim(UUID relationship, UUID request, UUID customer) throws SQLException {
        sql.update("insert into open_request (relationship_id, service, request_id) values (?, 'mail', ?)", relationship, request);
        sql.update("insert into permission (customer_id, service) values (?, 'mail') on conflict do nothing", customer);
    }

    void timeline(UUID relationship, UUID request, String event, String actor) throws SQLException {
        sql.update("insert into timeline (relationship_id, request_id, happened_at, event, actor, detail) values (?, ?, ?, ?, ?, '')",
                relationship, request, now, event, actor);
    }

    void touched(UUID relationship, String status) throws SQLException {
        sql.update("update relationship set changed_at = ?, status = ? where id = ?", now, status, relationship);
    }

    void mails(UUID relationship, UUID request, List<String> kindsAndRecipients) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < kindsAndRecipients.size(); i += 2) {
            Collections.addAll(values, messageId(kindsAndRecipients.get(i), request), relationship, request, kindsAndRecipients.get(i),
                    kindsAndRecipients.get(i + 1), now, now);
        }
        sql.update("""
                insert into mail (message_id, relationship_id, request_id, kind, recipient, language, status, attempts, first_at, last_at, detail)
                values""" + " " + String.join(", ", Collections.nCopies(kindsAndRecipients.size() / 2, "(?, ?, ?, ?, ?, 'en', 'DUE', 0, ?, ?, '')")), values.toArray());
    }

    void consent(UUID request, String address) throws SQLException {
        sql.update("""
                insert into consent (request_id, approved, name, address, proof, given_at, language, agreement_version, shown, chosen)
                values (?, true, 'Ada Admin', ?, 'CODE', ?, 'en', '2026-10', ?, ?)
                """, request, address, now, SampleText.SHOWN, ROLES);
    }

    void administrator(UUID customer, String address) throws SQLException {
        sql.update("""
                insert into administrator (customer_id, address, name, language, since, named_by, removed_by)
                values (?, ?, 'Ada Admin', 'en', ?, ?, '') on conflict do nothing
                """, customer, address, now, address);
    }

    /** Whether nobody held it. */
    boolean taken(UUID customer, UUID relationship, UUID request) throws SQLException {
        return sql.update("""
                update permission set holder = 'contoso', relationship_id = ?, request_id = ?, roles = 'mail-administrator,mail-reader',
                    granted_at = ?, ends_at = ?, next_due_at = ?
                where customer_id = ? and service = 'mail' and holder is null
                """, relationship, request, now, now.plus(Duration.ofDays(365)), now.plus(Duration.ofDays(335)), customer) == 1;
    }

    /** Appends to the chain of evidence, whose end is moved on in the same transaction. */
    void evidence(UUID chain, UUID about, int first, int entries) throws SQLException {
        if (first == 1) {
            sql.update("insert into evidence_head (chain_id, partner, seq, hash, uncovered) values (?, 'contoso', ?, ?, true)",
                    chain, entries, Secrets.hash(chain + "" + entries));
        } else {
            sql.update("update evidence_head set seq = ?, hash = ?, uncovered = true where chain_id = ?",
                    first + entries - 1, Secrets.hash(chain + "" + (first + entries - 1)), chain);
        }
        List<Object> values = new ArrayList<>();
        List<Object> words = new ArrayList<>();
        for (int seq = first; seq < first + entries; seq++) {
            String body = "{\"chain\":\"" + chain + "\",\"seq\":" + seq + ",\"act\":\"REQUEST\",\"at\":\"" + now + "\",\"words\":\"" + Secrets.hash(chain + "w" + seq)
                    + "\",\"previous\":\"" + Secrets.hash(chain + "" + (seq - 1)) + "\",\"facts\":{\"service\":\"mail\",\"partner\":\"contoso\"}}";
            Collections.addAll(values, chain, seq, body, Secrets.hash(body));
            Collections.addAll(words, chain, seq, about, "{\"salt\":\"" + Secrets.token() + "\",\"name\":\"Ada Admin\",\"organisation\":\"Northwind Traders\"}");
        }
        sql.update("insert into evidence_entry (chain_id, seq, body, hash) values "
                + String.join(", ", Collections.nCopies(entries, "(?, ?, ?, ?)")), values.toArray());
        sql.update("insert into evidence_words (chain_id, seq, about_id, parts) values "
                + String.join(", ", Collections.nCopies(entries, "(?, ?, ?, ?)")), words.toArray());
    }

    static String messageId(String kind, UUID request) {
        return "<" + kind + "." + request + "@mandate.example>";
    }
}
