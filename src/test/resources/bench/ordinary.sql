create table if not exists permission (
    customer   varchar(254) not null,
    service    varchar(60)  not null,
    holder     varchar(60)  not null,
    request_id varchar(36)  not null,
    roles      varchar(500) not null,
    granted_at timestamp with time zone not null,
    ends_at    timestamp with time zone not null,
    unique (customer, service)
);
