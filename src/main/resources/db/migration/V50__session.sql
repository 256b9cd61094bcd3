-- Sessions as Spring Session's JdbcIndexedSessionRepository has them, times in milliseconds since 1970. Of the person nothing is to
-- be read here: principal_name stays empty, and what is kept is sealed.
create table spring_session (
    primary_id            varchar(36)  not null primary key,
    session_id            varchar(36)  not null constraint spring_session_once unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index spring_session_end on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id varchar(36)  not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
