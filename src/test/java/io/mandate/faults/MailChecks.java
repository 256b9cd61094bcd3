package io.mandate.faults;

import io.mandate.faults.MailSink.Received;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the mail server took against what Mandate says it sent, and what it ought to have sent. */
final class MailChecks {

    /** Sent without a record: they belong to no request, and whoever misses one asks for another. */
    private static final Set<String> UNRECORDED = Set.of("Your link to sign in", "You are an administrator");
    /**
     * What a later mail tells, too, is not tried again once that is due: a word about a delay when there is an end to it, a word about
     * an end that is to come when it has come. If its node died after sending it, Mandate may not know that it did.
     */
    private static final String OVERTAKEN = """
            (m.kind in ('END_ASKED', 'END_REMINDER', 'END_ANNOUNCED') and exists (select 1 from mail l where l.status = 'SENT'
                and l.relationship_id = m.relationship_id and l.recipient = m.recipient and l.kind = 'RELATIONSHIP_ENDED'))
            or (m.kind = 'SERVICE_DELAY' and exists (select 1 from mail l where l.status = 'SENT' and l.last_at > m.last_at
                and l.relationship_id = m.relationship_id and l.recipient = m.recipient and (l.kind = 'RELATIONSHIP_ENDED'
                or l.kind like 'GRANTED_TO_%' or l.kind like 'REMOVED_TO_%')))""";
    private static final String DELAY = "A service has not confirmed yet";
    /** Whoever asks for a code waits for it: where its node died meanwhile, the person asks for another. */
    private static final String CODE = "Your code";

    private final MailSink mail;
    private final Records records;

    MailChecks(MailSink mail, Records records) {
        this.mail = mail;
        this.records = records;
    }

    List<Check> all() {
        return List.of(sent(), owed(), sameId(), onceOnly());
    }

    private Check sent() {
        Check check = new Check("every mail that counts as sent was sent");
        Set<String> taken = mail.all().stream().map(Received::id).collect(Collectors.toSet());
        for (Map<String, Object> row : records.rows("""
                select m.*, c.identity, m.kind = 'CODE' or m.kind = 'INVITATION' and q.status = 'WITHDRAWN'
                    or m.kind in ('REMINDER', 'NUDGE') and q.status <> 'WAITING' or %s as futile
                from mail m left join relationship r on r.id = m.relationship_id left join customer c on c.id = r.customer_id
                left join request q on q.id = m.request_id""".formatted(OVERTAKEN))) {
            check.looked(1);
            boolean sent = row.get("status").equals("SENT");
            if (sent && !taken.contains(row.get("message_id").toString())) {
                check.wrong("Never taken: " + row + records.everything(String.valueOf(row.get("identity"))));
            } else if (!sent && !Boolean.TRUE.equals(row.get("futile"))) {
                check.wrong("Not sent to this day: " + row + records.everything(String.valueOf(row.get("identity"))));
            }
        }
        return check;
    }

    /** For what happened, those concerned were told. */
    private Check owed() {
        Check check = new Check("whatever happened, everybody concerned was mailed");
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("the customer was asked", missing("x.sent_at is not null", "INVITATION"));
        rules.put("the customer was told of the grant", missing("x.status = 'APPROVED'", "GRANTED_TO_CUSTOMER"));
        rules.put("the partner was told of the grant", missing("x.status = 'APPROVED'", "GRANTED_TO_PARTNER"));
        rules.put("the partner was told of the decline", missing("x.status = 'DECLINED'", "DECLINED_TO_PARTNER"));
        rules.put("the partner was told of the expiry", missing("x.status = 'EXPIRED'", "EXPIRED"));
        rules.put("the partner was told of the removal", removal("REMOVED_TO_PARTNER"));
        rules.put("the customer was told of the removal", removal("REMOVED_TO_CUSTOMER"));
        check.looked(records.count("select 2 * (select count(*) from request) + 2 * (select count(*) from revocation)"));
        rules.forEach((rule, sql) -> records.texts(sql).forEach(id -> check.wrong("Not so: " + rule + ", " + id)));
        return check;
    }

    private static String missing(String happened, String kind) {
        return """
                select x.id::text from request x where %s and not exists (
                    select 1 from mail m where m.request_id = x.id and m.status = 'SENT' and m.kind = '%s')""".formatted(happened, kind);
    }

    /** As many reports as there were removals that both sides are told of; an end of the relationship is told in words of its own. */
    private static String removal(String kind) {
        return """
                select v.relationship_id || ', ' || count(*) from revocation v where v.reason <> 'RELATIONSHIP_ENDED'
                group by v.relationship_id having count(*) > (select count(distinct m.message_id) from mail m
                    where m.relationship_id = v.relationship_id and m.status = 'SENT' and m.kind = '%s')""".formatted(kind);
    }

    /** A repeated mail is the same mail, as its Message-ID says. */
    private Check sameId() {
        Check check = new Check("what was sent again under its Message-ID is the same mail");
        Map<String, Received> first = new HashMap<>();
        for (Received one : mail.all()) {
            Received before = first.putIfAbsent(one.id(), one);
            if (before != null) {
                check.looked(1);
                if (!before.to().equals(one.to()) || !before.subject().equals(one.subject())) {
                    check.wrong("Two mails have the id " + one.id() + ": " + before + "\n    and " + one);
                }
            }
        }
        return check;
    }

    /** Sent by a node that died before it said so, and not again, since a later mail has told how it went on. */
    private boolean isOvertaken(Received one) {
        List<Received> all = mail.all();
        return one.subject().startsWith(DELAY) && all.subList(all.indexOf(one) + 1, all.size()).stream()
                .anyMatch(later -> later.to().equals(one.to()) && !later.subject().startsWith(DELAY));
    }

    /** Nothing was sent that Mandate has forgotten, and no two mails say the same of the same; reminders say the same, days apart. */
    private Check onceOnly() {
        Check check = new Check("repeats carry the same Message-ID: no two mails for the same thing");
        Map<String, String> known = new HashMap<>();
        records.rows("select message_id, request_id::text || case when kind = 'REMINDER' then message_id else '' end as about from mail")
                .forEach(row -> known.put(row.get("message_id").toString(), row.get("about").toString()));
        Map<String, String> said = new HashMap<>();
        for (Received one : mail.all()) {
            if (UNRECORDED.stream().anyMatch(one.subject()::contains)) {
                continue;
            }
            check.looked(1);
            if (!known.containsKey(one.id()) && !one.subject().startsWith(CODE) && !isOvertaken(one)) {
                check.wrong("Mandate does not know that it sent " + one);
            }
            String before = said.putIfAbsent(known.get(one.id()) + "\n" + one.to() + "\n" + one.subject() + "\n" + one.text(), one.id());
            if (before != null && !before.equals(one.id())) {
                check.wrong("Sent twice, as " + before + " and as " + one.id() + ": " + one);
            }
        }
        return check;
    }
}
