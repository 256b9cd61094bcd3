-- What services reported of removals in their own portals; a report that is repeated gets the same answer.
create table service_report (
    caller        varchar(100) not null,
    report_id     varchar(100) not null,
    content       varchar(400) not null,
    revocation_id uuid references revocation,
    received_at   timestamp(3) with time zone not null,
    primary key (caller, report_id)
);
