package io.mandate.bench.limit;

import static io.mandate.bench.limit.Rows.messageId;

import io.mandate.bench.app.BusinessSteps;
import io.mandate.bench.app.Commits;
import io.mandate.bench.app.SampleMail;
import io.mandate.bench.app.Secrets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each step of a person is one durable transaction; that a mail went out is noted in one that is not. */
final class LimitSteps implements BusinessSteps {

    private static final String NOTED = "update mail set status = 'SENT', attempts = 1, last_at = ? where request_id = ? and status = 'DUE'";

    private final Commits commits = new Commits();
    private final Sql sql;
    private final Outbox outbox;

    LimitSteps(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public String ask(String staff, String address) {
        UUID customer = UUID.randomUUID();
        UUID relationship = UUID.randomUUID();
        UUID request = UUID.randomUUID();
        String domain = address.substring(address.indexOf('@') + 1);
        return sql.transaction(transaction -> {
            Rows rows = new Rows(transaction, now());
            rows.customer(customer, domain);
            rows.relationship(relationship, customer, request);
            rows.words(relationship, List.of("northwind", "traders", domain, address, "northwind.example", "example", "ada"));
            rows.request(request, relationship, address, staff);
            rows.claim(relationship, request, customer);
            rows.timeline(relationship, request, "OPENED", "Paula Pérez");
            rows.evidence(relationship, request, 1, 1);
            return request.toString();
        });
    }

    @Override
    public void review(String id, String staff) {
        UUID request = UUID.fromString(id);
        String token = Secrets.token();
        List<String> found = sql.transaction(transaction -> {
            Rows rows = new Rows(transaction, now());
            List<String> row = transaction.row("select relationship_id, address, subject from request where id = ?", request);
            UUID relationship = UUID.fromString(row.get(0));
            int reviewed = transaction.update("""
                    update request set status = 'SENDING', sent_by = 'MANDATE', link_hash = ?, changed_at = ? where id = ? and status = 'DRAFT'
                    """, Secrets.hash(token), rows.now(), request);
            require(reviewed == 1);
            rows.touched(relationship, "REQUESTED");
            rows.timeline(relationship, request, "REVIEWED", "Paula Pérez");
            rows.evidence(relationship, request, 2, 1);
            rows.mails(relationship, request, List.of("INVITATION", row.get(1)));
            return row;
        });
        UUID relationship = UUID.fromString(found.get(0));
        outbox.send(transaction -> {
            Rows rows = new Rows(transaction, now());
            transaction.update("update request set status = 'WAITING', sent_at = ?, valid_until = ?, changed_at = ? where id = ?",
                    rows.now(), rows.now().plus(Duration.ofDays(30)), rows.now(), request);
            rows.timeline(relationship, request, "SENT", "");
            return transaction.update(NOTED, rows.now(), request);
        }, new SampleMail(messageId("INVITATION", request), found.get(1), found.get(2), "http://mandate.example/answer/" + token));
    }

    @Override
    public void sendCode(String token, String browser, String address) {
        String code = Secrets.code();
        UUID id = sql.transaction(transaction -> {
            Rows rows = new Rows(transaction, now());
            List<String> row = transaction.row(
                    "select id, relationship_id from request where link_hash = ? and status = 'WAITING'", Secrets.hash(token));
            if (row.isEmpty()) {
                throw new NotYetException();
            }
            UUID request = UUID.fromString(row.get(0));
            transaction.update("""
                    insert into proof (request_id, browser, address, code_hash, sent_at, expires_at, codes, tries) values (?, ?, ?, ?, ?, ?, 1, 0)
                    """, request, Secrets.hash(browser), address, Secrets.hash(request + ":" + browser + ":" + code), rows.now(),
                    rows.now().plus(Duration.ofMinutes(10)));
            rows.mails(UUID.fromString(row.get(1)), request, List.of("CODE", address));
            return request;
        });
        outbox.sendNow(transaction -> transaction.update(NOTED, now(), id), new SampleMail(messageId("CODE", id), address, "Your code", code));
    }

    @Override
    public void enter(String token, String browser, String code) {
        sql.transaction(transaction -> {
            String request = transaction.row("select id from request where link_hash = ? and status = 'WAITING'", Secrets.hash(token)).get(0);
            // One statement counts the try and knows a right code.
            int counted = transaction.update("""
                    update proof set tries = tries + 1, proven_at = case when code_hash = ? then cast(? as timestamp with time zone) end
                    where request_id = ? and browser = ? and expires_at > ? and tries < 5 and proven_at is null
                    """, Secrets.hash(request + ":" + browser + ":" + code), now(), UUID.fromString(request), Secrets.hash(browser), now());
            require(counted == 1);
            return counted;
        });
    }

    @Override
    public void approve(String token, String browser) {
        List<String> found = sql.transaction(transaction -> {
            Rows rows = new Rows(transaction, now());
            List<String> row = transaction.row("""
                    select q.id, q.relationship_id, r.customer_id, p.address, q.requester from request q
                    join relationship r on r.id = q.relationship_id join proof p on p.request_id = q.id
                    where q.link_hash = ? and q.status = 'WAITING' and p.browser = ? and p.proven_at is not null
                    """, Secrets.hash(token), Secrets.hash(browser));
            require(!row.isEmpty());
            UUID request = UUID.fromString(row.get(0));
            UUID relationship = UUID.fromString(row.get(1));
            UUID customer = UUID.fromString(row.get(2));
            require(transaction.update(
                    "update request set status = 'APPROVED', approved = ?, closed_at = ?, changed_at = ? where id = ? and status = 'WAITING'",
                    Rows.ROLES, rows.now(), rows.now(), request) == 1);
            rows.timeline(relationship, request, "APPROVED", "Ada Admin");
            transaction.update("delete from open_request where request_id = ?", request);
            transaction.update("update relationship set changed_at = ?, status = 'IN_FORCE', in_force_since = ?, duty_since = ? where id = ?",
                    rows.now(), rows.now(), rows.now(), relationship);
            rows.consent(request, row.get(3));
            rows.administrator(customer, row.get(3));
            require(rows.taken(customer, relationship, request));
            rows.evidence(relationship, request, 3, 4);
            rows.mails(relationship, request, List.of("GRANTED_TO_CUSTOMER", row.get(3), "GRANTED_TO_PARTNER", row.get(4)));
            return row;
        });
        commits.now(browser);
        UUID request = UUID.fromString(found.get(0));
        outbox.send(transaction -> transaction.update(NOTED, now(), request),
                new SampleMail(messageId("GRANTED_TO_CUSTOMER", request), found.get(3), "You approved the request", "The permission counts from now on."),
                new SampleMail(messageId("GRANTED_TO_PARTNER", request), found.get(4), "Northwind Traders approved", "The permission counts from now on."));
    }

    @Override
    public Map<String, Long> committed() {
        return commits.take();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("not in that state");
        }
    }
}
