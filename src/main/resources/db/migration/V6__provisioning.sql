-- What services confirmed: a notice is not repeated when the job that sends it is.
create table service_notice (
    event_id     uuid        primary key,
    service      varchar(60) not null,
    confirmed_at timestamp(3) with time zone not null
);

-- The note to a former holder is a report of a removal now.
update mail set kind = 'REMOVED_TO_PARTNER' where kind = 'PERMISSION_MOVED';
