package io.mandate.faults;

import io.mandate.faults.Asked.Act;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people were told against what Mandate holds in its record. */
final class PromiseChecks {

    private final List<Case> cases;
    private final Records records;

    PromiseChecks(List<Case> cases, Records records) {
        this.cases = cases;
        this.records = records;
    }

    List<Check> all() {
        return List.of(requests(), noneTwice(), answers());
    }

    /** Whatever was answered with success is there, in the state it was said to be in, or one that follows from it. */
    private Check requests() {
        Check check = new Check("every request that was answered with success is there");
        for (Case of : cases) {
            for (Asked asked : of.asked()) {
                if (asked.isDone(Act.ASK)) {
                    check.looked(1);
                    Optional<String> status =
                            records.texts("select status from request where id = ?::uuid", asked.request).stream().findFirst();
                    expected(asked).filter(allowed -> status.filter(allowed::contains).isEmpty()).ifPresent(allowed -> check.wrong(
                            "It is " + status.orElse("missing") + " instead of one of " + allowed + ": " + asked + "\n" + of.story()));
                }
            }
        }
        return check;
    }

    private static Optional<List<String>> expected(Asked asked) {
        if (asked.isDone(Act.APPROVE)) {
            return Optional.of(List.of("APPROVED"));
        }
        if (asked.isDone(Act.DECLINE)) {
            return Optional.of(List.of("DECLINED"));
        }
        if (asked.isDone(Act.WITHDRAW)) {
            return Optional.of(List.of("WITHDRAWN"));
        }
        boolean answer = asked.mayBeDone(Act.APPROVE) || asked.mayBeDone(Act.DECLINE) || asked.mayBeDone(Act.WITHDRAW);
        if (answer) {
            return Optional.of(List.of("WAITING", "EXPIRED", "APPROVED", "DECLINED", "WITHDRAWN"));
        }
        return Optional.of(asked.isDone(Act.REVIEW)
                ? List.of("WAITING", "EXPIRED")
                : List.of("DRAFT", "SENDING", "WAITING", "EXPIRED", "WITHDRAWN"));
    }

    /** However often a form was sent, each request is there once. */
    private Check noneTwice() {
        Check check = new Check("nothing that was asked once is there twice");
        for (Case of : cases) {
            for (String partner : Scene.PARTNERS) {
                long asked = of.asked().stream().filter(one -> one.partner.equals(partner) && one.mayBeDone(Act.ASK)).count();
                int found = records.count("""
                        select count(*) from request q join relationship r on r.id = q.relationship_id
                        join customer c on c.id = r.customer_id where c.identity = ? and r.partner_id = ?""", of.domain, partner);
                check.looked(found);
                if (found > asked) {
                    check.wrong(found + " requests of " + partner + " where " + asked + " were made\n" + of.story());
                }
            }
        }
        return check;
    }

    /** An answer is there exactly where the request says so, as evidence of whoever gave it. */
    private Check answers() {
        Check check = new Check("record, consent and evidence have the same answers");
        for (Map<String, Object> row : records.rows("""
                select q.id::text as request, q.status, c.approved, c.identity, (select count(*) from evidence_entry e
                    where e.body like '%' || q.id || '%' and e.body like '%' || q.status || '%') as entries
                from (select q.id, q.status, k.identity, a.approved from request q join relationship r on r.id = q.relationship_id
                    join customer k on k.id = r.customer_id left join consent a on a.request_id = q.id) q
                cross join lateral (select q.approved, q.identity) c""")) {
            check.looked(1);
            Object approved = row.get("approved");
            boolean fits = switch (row.get("status").toString()) {
                case "APPROVED" -> Boolean.TRUE.equals(approved) && ((Number) row.get("entries")).intValue() > 0;
                case "DECLINED" -> Boolean.FALSE.equals(approved) && ((Number) row.get("entries")).intValue() > 0;
                default -> approved == null;
            };
            if (!fits) {
                check.wrong(row + records.everything(row.get("identity").toString()));
            }
        }
        return check;
    }
}
