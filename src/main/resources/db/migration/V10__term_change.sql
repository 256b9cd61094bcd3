-- Changes of the term of a permission that is held: its end before and after.
create table term_change (
    id              uuid          primary key,
    relationship_id uuid          not null references relationship,
    customer_id     uuid          not null references customer,
    service         varchar(60)   not null,
    request_id      uuid          not null references request,
    reason          varchar(30)   not null,
    ended_before    timestamp(3) with time zone not null,
    ends_after      timestamp(3) with time zone not null,
    -- who did it, empty for Mandate itself
    actor           varchar(254)  not null,
    -- what they wrote to both sides, empty for nothing
    note            varchar(1000) not null,
    changed_at      timestamp(3) with time zone not null
);
create index term_change_of_relationship on term_change (relationship_id, changed_at);
