-- What was done about accounts. Whoever's account is removed is nobody here either; whom a provider gives another address stays.
create table account_act (
    id          uuid         primary key,
    at          timestamp(3) with time zone not null,
    kind        varchar(30)  not null,
    -- none: Mandate itself, or a person whose account was removed
    actor       varchar(254) references account on update cascade on delete set null,
    about       varchar(254) references account on update cascade on delete set null,
    role        varchar(40)  not null,
    former_role varchar(40),
    partner_id  varchar(60)  references partner
);
create index account_act_at on account_act (at);
create index account_act_actor on account_act (actor);
create index account_act_about on account_act (about);
create index account_act_partner on account_act (partner_id);

-- Links by which people set the password of their account: the token itself is nowhere but in the mail.
create table password_link (
    token_hash varchar(64)  primary key,
    username   varchar(254) not null references account on update cascade on delete cascade,
    made_at    timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    used_at    timestamp(3) with time zone
);
create index password_link_of_account on password_link (username, made_at);
create index password_link_made_at on password_link (made_at);
