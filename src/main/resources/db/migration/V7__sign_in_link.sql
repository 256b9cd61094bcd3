-- Links by which administrators of customers sign in: the token itself is nowhere but in the mail.
create table sign_in_link (
    token_hash varchar(64)  primary key,
    address    varchar(254) not null,
    made_at    timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    used_at    timestamp(3) with time zone
);
create index sign_in_link_of_address on sign_in_link (address, made_at);
