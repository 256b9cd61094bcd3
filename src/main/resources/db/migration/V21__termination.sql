-- The wish of one side to end a relationship, and what became of it.
create table termination (
    id              uuid          primary key,
    relationship_id uuid          not null references relationship,
    -- the request by which the relationship was in force
    request_id      uuid          not null references request,
    -- since when it had been
    in_force_since  timestamp(3) with time zone not null,
    asked_by        varchar(10)   not null,
    asker           varchar(120)  not null,
    -- what they wrote to both sides, empty for nothing
    note            varchar(1000) not null,
    asked_at        timestamp(3) with time zone not null,
    -- when it ends without anybody's doing; later where it was put off
    notice_until    timestamp(3) with time zone not null,
    put_off         boolean       not null,
    status          varchar(20)   not null,
    -- who confirmed it or took it back, empty for nobody
    closed_by       varchar(120)  not null,
    closed_at       timestamp(3) with time zone,
    -- what was held until the end
    revocation_id   uuid references revocation
);
create index termination_of_relationship on termination (relationship_id, asked_at);

-- What is running right now: at most one for each relationship.
create table open_termination (
    relationship_id uuid primary key references relationship,
    termination_id  uuid not null references termination
);

-- The duty begins with acceptance and ends with the relationship; a relationship that begins anew has none of an end.
alter table relationship add column duty_ended_at timestamp(3) with time zone;
