-- Who may sign in. The username is an e-mail address in lower case, and the person's id in the engine too.
create table account (
    username      varchar(254) primary key,
    display_name  varchar(120) not null,
    -- with the name of its algorithm before it: {bcrypt}...
    password_hash varchar(200) not null,
    role          varchar(20)  not null,
    partner_id    varchar(60)  references partner,
    customer_id   uuid         references customer,
    language      varchar(2)   not null,
    -- staff belong to one partner, a customer's account to one customer, process owners to neither
    constraint account_bound check (
        (role = 'PARTNER' and partner_id is not null and customer_id is null)
        or (role = 'CUSTOMER' and customer_id is not null and partner_id is null)
        or (role = 'PROCESS_OWNER' and partner_id is null and customer_id is null))
);
create index account_of_partner on account (partner_id);
create index account_of_customer on account (customer_id);
