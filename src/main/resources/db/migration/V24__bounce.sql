-- What other mail servers report about mails, each report once.
create table mail_report (
    message_id  varchar(200) not null references mail (message_id),
    recipient   varchar(320) not null,
    action      varchar(10)  not null,
    status      varchar(12)  not null,
    words       varchar(300) not null,
    reported_at timestamp with time zone not null,
    primary key (message_id, recipient, action)
);

-- From when on some node, whichever comes first, may read the mailbox again.
create table mailbox_turn (
    mailbox varchar(20) not null primary key,
    next_at timestamp with time zone not null
);

insert into mailbox_turn (mailbox, next_at) values ('bounces', timestamp with time zone '2000-01-01 00:00:00+00');
