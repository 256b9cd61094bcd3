-- The loss of permissions: one or more services of one relationship, at one instant, for one reason.
create table revocation (
    id              uuid          primary key,
    relationship_id uuid          not null references relationship,
    reason          varchar(30)   not null,
    -- who did it, empty for Mandate itself
    actor           varchar(254)  not null,
    -- what they wrote to both sides, empty for nothing
    note            varchar(1000) not null,
    revoked_at      timestamp(3) with time zone not null,
    -- the request that took the permissions over, where one did
    taken_by        uuid references request
);
create index revocation_of_relationship on revocation (relationship_id, revoked_at);
create index revocation_by_taker on revocation (taken_by);

-- What was held until then, and what the service said when it was asked afterwards.
create table lost_permission (
    revocation_id uuid         not null references revocation,
    service       varchar(60)  not null,
    request_id    uuid         not null references request,
    roles         varchar(500) not null,
    granted_at    timestamp(3) with time zone not null,
    ends_at       timestamp(3) with time zone not null,
    check_result  varchar(20)  not null,
    left_over     varchar(500) not null,
    checked_at    timestamp(3) with time zone,
    primary key (revocation_id, service)
);

-- Takeovers are revocations now.
drop table takeover;

-- Who speaks for a customer. Whoever was removed stays removed, however often they answer.
create table administrator (
    customer_id uuid         not null references customer,
    address     varchar(254) not null,
    name        varchar(120) not null,
    language    varchar(2)   not null,
    since       timestamp(3) with time zone not null,
    -- the administrator who named this one, empty for a person who answered a request
    named_by    varchar(254) not null,
    removed_at  timestamp(3) with time zone,
    removed_by  varchar(254) not null,
    primary key (customer_id, address)
);
create index administrator_by_address on administrator (address);
