-- Access tokens of service accounts that a page issued: the token itself is nowhere, its hash is enough to know it again.
create table access_token (
    id           uuid          primary key,
    token_hash   varchar(64)   not null constraint access_token_hash unique,
    name         varchar(100)  not null,
    services     varchar(10000) not null,
    scopes       varchar(100)  not null,
    issued_by    varchar(254)  not null,
    issued_at    timestamp(3) with time zone not null,
    expires_at   timestamp(3) with time zone not null,
    noticed_at   timestamp(3) with time zone,
    revoked_by   varchar(254),
    revoked_at   timestamp(3) with time zone,
    last_used_at timestamp(3) with time zone,
    constraint access_token_revoked check ((revoked_at is null) = (revoked_by is null))
);
create index access_token_newest on access_token (issued_at desc, id);
create index access_token_end on access_token (expires_at);
