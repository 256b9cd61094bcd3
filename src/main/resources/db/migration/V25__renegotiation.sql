-- The proposal of one side to release the partner from its duty to support the customer, or to hand the duty to another partner.
create table renegotiation (
    id                 uuid          primary key,
    -- whose duty it is
    relationship_id    uuid          not null references relationship,
    -- the request by which the relationship was in force
    request_id         uuid          not null references request,
    kind               varchar(10)   not null,
    proposed_by        varchar(10)   not null,
    proposer           varchar(120)  not null,
    -- what they wrote to the other side, empty for nothing
    note               varchar(1000) not null,
    proposed_at        timestamp(3) with time zone not null,
    -- when the duty changes
    takes_effect_at    timestamp(3) with time zone not null,
    -- until when whoever is asked may answer
    answer_until       timestamp(3) with time zone not null,
    -- the relationship that gets the duty; null for a release, and until the customer has chosen
    to_relationship_id uuid references relationship,
    -- what the customer wrote to that partner, empty for nothing
    to_note            varchar(1000) not null,
    status             varchar(20)   not null,
    -- who confirmed it for the other side, empty for nobody
    confirmed_by       varchar(120)  not null,
    confirmed_at       timestamp(3) with time zone,
    -- who accepted the duty for the other partner, empty for nobody
    accepted_by        varchar(120)  not null,
    accepted_at        timestamp(3) with time zone,
    -- who declined it or took it back, empty for nobody, and why
    closed_by          varchar(120)  not null,
    reason             varchar(1000) not null,
    closed_at          timestamp(3) with time zone,
    -- since when it is without persons
    erased_at          timestamp(3) with time zone
);
create index renegotiation_of_relationship on renegotiation (relationship_id, proposed_at);
create index renegotiation_to_relationship on renegotiation (to_relationship_id, proposed_at);

-- What is open right now: at most one for each relationship.
create table open_renegotiation (
    relationship_id  uuid primary key references relationship,
    renegotiation_id uuid not null references renegotiation
);
-- Who is asked to take on a duty right now, or will: each for one at most.
create table open_handover (
    to_relationship_id uuid primary key references relationship,
    renegotiation_id   uuid not null references renegotiation
);

-- The duty may end before the relationship does: when that ended stands apart.
alter table relationship add column ended_at timestamp(3) with time zone;
update relationship set ended_at = duty_ended_at;
