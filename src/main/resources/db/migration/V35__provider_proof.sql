-- The identity provider that vouched for the person; none: a mailed code was entered.
alter table proof add column provider varchar(60);
