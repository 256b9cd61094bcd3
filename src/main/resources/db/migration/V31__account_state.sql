-- Accounts of an identity provider have no password here, and neither has a local one until the person has set it.
alter table account alter column password_hash drop not null;
-- the id of the identity provider's registration; none: the account is local
alter table account add column provider varchar(60);
alter table account add column locked_at timestamp(3) with time zone;
alter table account add column last_sign_in_at timestamp(3) with time zone;
-- grows with every change after which older sessions of the person count no more: role, partner, lock, password
alter table account add column version integer default 0 not null;
alter table account add constraint account_password_is_local check (provider is null or password_hash is null);
