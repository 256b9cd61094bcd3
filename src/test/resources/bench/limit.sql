-- The tables of the record that the limit writes and the bare stack reads, with the indexes that Mandate has for them.
create table if not exists partner (
    id    varchar(60)  primary key,
    name  varchar(120) not null,
    since date         not null
);

create table if not exists customer (
    id       uuid         primary key,
    cloud    varchar(40)  not null,
    identity varchar(254) not null,
    country  varchar(2)   not null,
    unique (cloud, identity)
);

create table if not exists relationship (
    id              uuid         primary key,
    partner_id      varchar(60)  not null references partner,
    customer_id     uuid         not null references customer,
    organisation    varchar(200) not null,
    sort_name       varchar(200) not null,
    status          varchar(20)  not null,
    last_request_id uuid,
    changed_at      timestamp(3) with time zone not null,
    in_force_since  timestamp(3) with time zone,
    duty_since      timestamp(3) with time zone,
    unique (partner_id, customer_id)
);
create index if not exists relationship_by_name on relationship (partner_id, sort_name, id);
create index if not exists relationship_by_change on relationship (partner_id, changed_at, id);
create index if not exists relationship_by_status on relationship (partner_id, status, sort_name, id);
create index if not exists relationship_by_status_and_change on relationship (partner_id, status, changed_at, id);
create index if not exists relationship_of_customer on relationship (customer_id);

create table if not exists search_word (
    relationship_id uuid        not null references relationship,
    partner_id      varchar(60) not null,
    word            bytea       not null,
    primary key (relationship_id, word)
);
create index if not exists search_word_of_partner on search_word (partner_id, word, relationship_id);
create index if not exists search_word_of_all on search_word (word, relationship_id);

create table if not exists request (
    id                 uuid          primary key,
    relationship_id    uuid          not null references relationship,
    kind               varchar(20)   not null,
    status             varchar(20)   not null,
    name               varchar(50)   not null,
    organisation       varchar(200)  not null,
    address            varchar(254)  not null,
    language           varchar(2)    not null,
    country            varchar(2)    not null,
    asked              varchar(4000) not null,
    approved           varchar(4000) not null,
    without_permission boolean       not null,
    subject            varchar(200)  not null,
    text               varchar(3000) not null,
    sent_by            varchar(10),
    requester          varchar(254)  not null,
    requester_name     varchar(120)  not null,
    requester_language varchar(2)    not null,
    link_hash          varchar(64)   not null,
    reminders_stopped  boolean       not null,
    reason             varchar(1000) not null,
    opened_at          timestamp(3) with time zone not null,
    changed_at         timestamp(3) with time zone not null,
    sent_at            timestamp(3) with time zone,
    valid_until        timestamp(3) with time zone,
    closed_at          timestamp(3) with time zone
);
create index if not exists request_of_relationship on request (relationship_id, opened_at);
create index if not exists request_by_opening on request (opened_at desc, id);
create index if not exists request_by_status on request (status, opened_at desc, id);
create index if not exists request_of_all_by_change on request (changed_at, id);
create index if not exists request_of_all_by_status on request (status, changed_at, id);

create table if not exists open_request (
    relationship_id uuid        not null references relationship,
    service         varchar(60) not null,
    request_id      uuid        not null,
    primary key (relationship_id, service)
);
create index if not exists open_request_of_request on open_request (request_id);

create table if not exists permission (
    customer_id     uuid        not null references customer,
    service         varchar(60) not null,
    holder          varchar(60) references partner,
    relationship_id uuid references relationship,
    request_id      uuid,
    roles           varchar(500),
    granted_at      timestamp(3) with time zone,
    ends_at         timestamp(3) with time zone,
    next_due_at     timestamp(3) with time zone,
    primary key (customer_id, service)
);
create index if not exists permission_of_relationship on permission (relationship_id);

create table if not exists consent (
    request_id        uuid          primary key references request,
    approved          boolean       not null,
    name              varchar(120)  not null,
    address           varchar(254)  not null,
    proof             varchar(20)   not null,
    given_at          timestamp(3) with time zone not null,
    language          varchar(2)    not null,
    agreement_version varchar(20)   not null,
    shown             varchar(8000) not null,
    chosen            varchar(4000) not null
);

create table if not exists timeline (
    id              bigint generated by default as identity primary key,
    relationship_id uuid         not null references relationship,
    request_id      uuid         not null,
    happened_at     timestamp(3) with time zone not null,
    event           varchar(40)  not null,
    actor           varchar(254) not null,
    detail          varchar(1000) not null
);
create index if not exists timeline_of_relationship on timeline (relationship_id, id);
create index if not exists timeline_of_request on timeline (request_id, id);

create table if not exists proof (
    request_id uuid         not null references request,
    browser    varchar(64)  not null,
    address    varchar(254) not null,
    code_hash  varchar(64)  not null,
    sent_at    timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    codes      integer      not null,
    tries      integer      not null,
    proven_at  timestamp(3) with time zone,
    primary key (request_id, browser)
);

create table if not exists mail (
    message_id      varchar(200) not null primary key,
    relationship_id uuid         not null,
    request_id      uuid         not null,
    kind            varchar(30)  not null,
    recipient       varchar(320) not null,
    language        varchar(10)  not null,
    status          varchar(10)  not null,
    attempts        integer      not null,
    first_at        timestamp with time zone not null,
    last_at         timestamp with time zone not null,
    detail          varchar(300) not null
);
create index if not exists mail_of_request on mail (request_id, first_at);

create table if not exists administrator (
    customer_id uuid         not null references customer,
    address     varchar(254) not null,
    name        varchar(120) not null,
    language    varchar(2)   not null,
    since       timestamp(3) with time zone not null,
    named_by    varchar(254) not null,
    removed_at  timestamp(3) with time zone,
    removed_by  varchar(254) not null,
    primary key (customer_id, address)
);
create index if not exists administrator_by_address on administrator (address);

create table if not exists evidence_head (
    chain_id  uuid        primary key,
    partner   varchar(60),
    seq       integer     not null,
    hash      varchar(64) not null,
    uncovered boolean     not null
);
create index if not exists evidence_head_uncovered on evidence_head (uncovered, chain_id);

create table if not exists evidence_entry (
    chain_id uuid           not null,
    seq      integer        not null,
    body     varchar(12000) not null,
    hash     varchar(64)    not null,
    primary key (chain_id, seq)
);

create table if not exists evidence_words (
    chain_id uuid           not null,
    seq      integer        not null,
    about_id uuid           not null,
    parts    varchar(12000) not null,
    primary key (chain_id, seq)
);
create index if not exists evidence_words_about on evidence_words (about_id);

create index if not exists request_by_link on request (link_hash);
create index if not exists permission_by_due on permission (next_due_at, customer_id, service);
create index if not exists permission_by_end on permission (holder, ends_at, customer_id, service);

insert into partner (id, name, since) values ('contoso', 'Contoso Cloud', date '2019-04-01') on conflict do nothing;

create table if not exists access_token (
    id           uuid           primary key,
    token_hash   varchar(64)    not null constraint access_token_hash unique,
    name         varchar(100)   not null,
    services     varchar(10000) not null,
    scopes       varchar(100)   not null,
    issued_by    varchar(254)   not null,
    issued_at    timestamp(3) with time zone not null,
    expires_at   timestamp(3) with time zone not null,
    revoked_at   timestamp(3) with time zone
);
