-- Who held the permission last, where its term was over before anybody else took it, and when that was: noted as the row is
-- freed, so that a decision finds it in the same row.
alter table permission add column ended_holder varchar(60);
alter table permission add column ended_at timestamp(3) with time zone;

-- What was freed before is found in the record of what was lost: where the end of a term was the last loss.
update permission set ended_at = (
        select max(l.ends_at) from lost_permission l
        join revocation v on v.id = l.revocation_id join relationship r on r.id = v.relationship_id
        where r.customer_id = permission.customer_id and l.service = permission.service and v.reason = 'TERM_ENDED')
    where holder is null;
update permission set ended_at = null
    where ended_at is not null and exists (
        select 1 from lost_permission l
        join revocation v on v.id = l.revocation_id join relationship r on r.id = v.relationship_id
        where r.customer_id = permission.customer_id and l.service = permission.service and v.reason <> 'TERM_ENDED'
            and l.granted_at >= permission.ended_at);
update permission set ended_holder = (
        select max(r.partner_id) from lost_permission l
        join revocation v on v.id = l.revocation_id join relationship r on r.id = v.relationship_id
        where r.customer_id = permission.customer_id and l.service = permission.service and v.reason = 'TERM_ENDED'
            and l.ends_at = permission.ended_at)
    where ended_at is not null;
