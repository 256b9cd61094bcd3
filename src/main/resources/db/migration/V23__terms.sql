-- Whether a permission is extended before its end until somebody stops that; a choice of the customer.
alter table permission add column extending boolean default false not null;

-- The next instant at which something is to be done because of the permission's term; all before it is done. What that is, the
-- decision table of terms says. What is held already is looked at thirty days before its end, by which time the table's first
-- notice is due as delivered; what is closer to its end than that, or past it, is looked at by the next run.
alter table permission add column next_due_at timestamp(3) with time zone;
update permission set next_due_at = ends_at - interval '30' day where holder is not null;
create index permission_by_due on permission (next_due_at, customer_id, service);

-- A partner's permissions by their end.
create index permission_by_end on permission (holder, ends_at, customer_id, service);

-- The notices that were given of an end: each once, however often its permission is looked at.
create table term_notice (
    id              uuid        primary key,
    relationship_id uuid        not null references relationship,
    customer_id     uuid        not null references customer,
    service         varchar(60) not null,
    request_id      uuid        not null references request,
    ends_at         timestamp(3) with time zone not null,
    -- so many days before the end; 0 for the day itself
    days            integer     not null,
    -- when the permission will end instead, null where it is not extended
    extended_to     timestamp(3) with time zone,
    noticed_at      timestamp(3) with time zone not null,
    unique (customer_id, service, request_id, ends_at, days)
);
create index term_notice_of_relationship on term_notice (relationship_id, noticed_at);
