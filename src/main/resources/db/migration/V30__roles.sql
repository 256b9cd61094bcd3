-- Partners have administrators, who manage their people, and agents; auditors read everything. Whoever was partner staff
-- is an agent until a process owner says otherwise.
alter table account drop constraint account_bound;
alter table account alter column role type varchar(40);
update account set role = 'PARTNER_AGENT' where role = 'PARTNER';
alter table account add constraint account_bound check (
    (role in ('PARTNER_ADMINISTRATOR', 'PARTNER_AGENT') and partner_id is not null and customer_id is null)
    or (role = 'CUSTOMER' and customer_id is not null and partner_id is null)
    or (role in ('PROCESS_OWNER', 'SUPPORT', 'AUDITOR') and partner_id is null and customer_id is null));
