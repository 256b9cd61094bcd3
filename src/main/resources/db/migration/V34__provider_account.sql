-- Who signs in by an identity provider is known by issuer and subject, never by the address alone.
alter table account add column issuer varchar(255);
alter table account add column subject varchar(255);
-- People of a customer are its people in every cloud: what the customer is known by, as in the table customer.
alter table account add column customer_identity varchar(254);
create unique index account_of_subject on account (issuer, subject);
alter table account drop constraint account_bound;
alter table account add constraint account_bound check (
    (role in ('PARTNER_ADMINISTRATOR', 'PARTNER_AGENT') and partner_id is not null and customer_id is null and customer_identity is null)
    or (role = 'CUSTOMER' and partner_id is null and customer_id is not null and customer_identity is null)
    or (role = 'CUSTOMER' and partner_id is null and customer_id is null and customer_identity is not null and provider is not null)
    or (role in ('PROCESS_OWNER', 'SUPPORT', 'AUDITOR') and partner_id is null and customer_id is null and customer_identity is null));
