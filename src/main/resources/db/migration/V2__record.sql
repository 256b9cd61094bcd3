-- The record: everything that is known about a relationship, whatever process is running.

create table partner (
    id    varchar(60)  primary key,
    name  varchar(120) not null,
    since date         not null
);

-- Where a partner may act.
create table partner_market (
    partner_id varchar(60) not null references partner,
    cloud      varchar(40) not null,
    country    varchar(2)  not null,
    primary key (partner_id, cloud, country)
);

-- identity: the domain of the administrator's address, or the whole address at a free-mail provider.
create table customer (
    id       uuid         primary key,
    cloud    varchar(40)  not null,
    identity varchar(254) not null,
    country  varchar(2)   not null,
    unique (cloud, identity)
);

create table relationship (
    id              uuid         primary key,
    partner_id      varchar(60)  not null references partner,
    customer_id     uuid         not null references customer,
    organisation    varchar(200) not null,
    -- the organisation without capitals and accents: what lists sort by
    sort_name       varchar(200) not null,
    status          varchar(20)  not null,
    last_request_id uuid,
    changed_at      timestamp(3) with time zone not null,
    in_force_since  timestamp(3) with time zone,
    duty_since      timestamp(3) with time zone,
    unique (partner_id, customer_id)
);
create index relationship_by_name on relationship (partner_id, sort_name, id);
create index relationship_by_change on relationship (partner_id, changed_at, id);
create index relationship_by_status on relationship (partner_id, status, sort_name, id);
create index relationship_by_status_and_change on relationship (partner_id, status, changed_at, id);
create index relationship_of_customer on relationship (customer_id);

-- Words of a relationship that a search may begin with: parts of the organisation's name, its domain, its address.
-- In UTF-8, so that words with the same beginning are neighbours in the indexes under any collation.
create table search_word (
    relationship_id uuid        not null references relationship,
    partner_id      varchar(60) not null,
    word            bytea       not null,
    primary key (relationship_id, word)
);
create index search_word_of_partner on search_word (partner_id, word, relationship_id);
create index search_word_of_all on search_word (word, relationship_id);

create table request (
    id                 uuid          primary key,
    relationship_id    uuid          not null references relationship,
    kind               varchar(20)   not null,
    status             varchar(20)   not null,
    name               varchar(50)   not null,
    organisation       varchar(200)  not null,
    address            varchar(254)  not null,
    language           varchar(2)    not null,
    country            varchar(2)    not null,
    -- services asked for and, after the answer, approved, as JSON
    asked              varchar(4000) not null,
    approved           varchar(4000) not null,
    without_permission boolean       not null,
    subject            varchar(200)  not null,
    text               varchar(3000) not null,
    sent_by            varchar(10),
    requester          varchar(254)  not null,
    requester_name     varchar(120)  not null,
    requester_language varchar(2)    not null,
    link_number        integer       not null,
    reminders_stopped  boolean       not null,
    reason             varchar(1000) not null,
    opened_at          timestamp(3) with time zone not null,
    changed_at         timestamp(3) with time zone not null,
    sent_at            timestamp(3) with time zone,
    valid_until        timestamp(3) with time zone,
    closed_at          timestamp(3) with time zone
);
create index request_of_relationship on request (relationship_id, opened_at);
create index request_by_opening on request (opened_at desc, id);
create index request_by_status on request (status, opened_at desc, id);
create index request_of_all_by_change on request (changed_at, id);
create index request_of_all_by_status on request (status, changed_at, id);

-- A partner's own names for requests, each given once.
create table request_name (
    partner_id varchar(60) not null references partner,
    name       varchar(50) not null,
    request_id uuid        not null,
    primary key (partner_id, name)
);

-- What is being asked for right now: at most one open request per service of a relationship.
-- The empty service stands for a request without any permission.
create table open_request (
    relationship_id uuid        not null references relationship,
    service         varchar(60) not null,
    request_id      uuid        not null,
    primary key (relationship_id, service)
);
create index open_request_of_request on open_request (request_id);

-- Who holds the permission for a customer's service. The row exists from the first request on; taking it is one update.
create table permission (
    customer_id     uuid        not null references customer,
    service         varchar(60) not null,
    holder          varchar(60) references partner,
    relationship_id uuid references relationship,
    request_id      uuid,
    roles           varchar(500),
    granted_at      timestamp(3) with time zone,
    ends_at         timestamp(3) with time zone,
    primary key (customer_id, service)
);
create index permission_of_relationship on permission (relationship_id);

-- What a request took over: who held it before, so that they can be told.
create table takeover (
    request_id           uuid        not null references request,
    service              varchar(60) not null,
    previous_holder      varchar(60) not null references partner,
    previous_request     uuid        not null references request,
    taken_at             timestamp(3) with time zone not null,
    primary key (request_id, service)
);

-- The evidence of an answer: who, how proven, when, what was shown and what was chosen.
create table consent (
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

create table timeline (
    id              bigint generated by default as identity primary key,
    relationship_id uuid         not null references relationship,
    request_id      uuid         not null,
    happened_at     timestamp(3) with time zone not null,
    event           varchar(40)  not null,
    actor           varchar(254) not null,
    detail          varchar(1000) not null
);
create index timeline_of_relationship on timeline (relationship_id, id);
create index timeline_of_request on timeline (request_id, id);

-- Proof that the person at a browser reads the mail of an address: the code is kept as a hash only.
create table proof (
    request_id uuid         not null references request,
    browser    varchar(64)  not null,
    address    varchar(254) not null,
    code_hash  varchar(64)  not null,
    sent_at    timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    -- how many were sent to this browser, and how often the present one was tried
    codes      integer      not null,
    tries      integer      not null,
    proven_at  timestamp(3) with time zone,
    primary key (request_id, browser)
);
