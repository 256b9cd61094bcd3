-- Personal data is erased some time after the end. What is kept says since when it is without persons.

-- The earliest instant since when something of it may be over; null for nothing. Looked at, along an index, once the time that the
-- settings give has passed since then; that it may be over does not mean that it is.
alter table relationship add column over_since timestamp(3) with time zone;
-- What there is already is looked at by the next run.
update relationship set over_since = coalesce(in_force_since, (select min(opened_at) from request where relationship_id = relationship.id));
create index relationship_by_end on relationship (over_since, id);

alter table request add column erased_at timestamp(3) with time zone;
alter table timeline add column erased_at timestamp(3) with time zone;
alter table revocation add column erased_at timestamp(3) with time zone;
alter table term_change add column erased_at timestamp(3) with time zone;
alter table termination add column erased_at timestamp(3) with time zone;

alter table service_request add column erased_at timestamp(3) with time zone;
create index service_request_by_end on service_request (erased_at, closed_at, id);

-- Since when nothing of any of its relationships is left, so that its administrators are to be erased; null for not.
alter table customer add column over_since timestamp(3) with time zone;
alter table customer add column erased_at timestamp(3) with time zone;
create index customer_by_end on customer (over_since, id);

-- A request gives its name back.
create index request_name_of_request on request_name (request_id);
