-- A browser that answers a request can prove, beside the address, that it has the person's passkey.
alter table proof add column challenge       varchar(100);
alter table proof add column challenge_until timestamp(3) with time zone;
alter table proof add column passkey_at      timestamp(3) with time zone;
