-- When a service was last asked whether it still gives the partner what was granted; null until that has taken effect there,
-- and again as soon as the permission is given to anybody anew. What was held before this column came stays without a
-- check until it is granted again: nobody knows whether it ever took effect.
alter table permission add column checked_at timestamp(3) with time zone;
create index permission_by_check on permission (checked_at, customer_id, service);
