-- How often somebody asked for what is counted on all nodes together. Who it is, a client's address, is a keyed hash.
create table rate_taken (
    asker   varchar(64) primary key,
    -- when all of it may be asked for again, in microseconds since 1970
    full_at bigint not null
);
create index rate_taken_full on rate_taken (full_at);

-- Attempts to sign in that failed in a row. The name that was typed, or the browser, is a keyed hash.
create table sign_in_try (
    who      varchar(64) primary key,
    failed   int         not null,
    last_at  timestamp(3) with time zone not null,
    until_at timestamp(3) with time zone not null
);
create index sign_in_try_last on sign_in_try (last_at);
