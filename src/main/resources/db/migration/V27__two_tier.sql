-- A partner may work through an indirect provider, which has none itself: only a partner of tier 1 can be referred to.
alter table partner add column provider_id varchar(60);
alter table partner add column tier integer default 1 not null;
alter table partner add column provider_tier integer default 1 not null;
alter table partner add constraint partner_and_tier unique (id, tier);
alter table partner add constraint partner_tier check (
    provider_tier = 1 and tier = case when provider_id is null then 1 else 2 end);
alter table partner add constraint partner_provider foreign key (provider_id, provider_tier) references partner (id, tier);
create index partner_of_provider on partner (provider_id);

-- The indirect provider whose person asked on behalf of the partner; empty where the partner asked itself.
alter table request add column provider varchar(60) references partner;

-- The provider of the relationship's partner, where that was chosen; empty where it is the partner itself.
alter table support_contact add column provider varchar(60) references partner;
