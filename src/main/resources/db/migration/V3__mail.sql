-- What became of each mail; never its text, which holds links and codes.
create table mail (
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

create index mail_of_request on mail (request_id, first_at);
