-- Who has passkeys. A person who signs in as staff and speaks for a customer, too, is two people here: one never opens what is the
-- other's.
create table passkey_user (
    -- random, and all that a device and a website tell each other about who it is
    handle  varchar(100) primary key,
    -- STAFF or CUSTOMER
    kind    varchar(10)  not null,
    address varchar(254) not null,
    -- of staff, whose passkeys go with the account: another one of the same name begins without any
    account varchar(254) references account on delete cascade,
    constraint passkey_user_kind check ((kind = 'STAFF') = (account is not null)),
    constraint passkey_user_once unique (kind, address)
);

-- As Spring Security's JdbcUserCredentialRepository has it.
create table user_credentials (
    credential_id                varchar(1400) primary key,
    user_entity_user_id          varchar(100)  not null references passkey_user on delete cascade,
    public_key                   bytea         not null,
    signature_count              bigint        not null,
    uv_initialized               boolean       not null,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(200)  not null,
    public_key_credential_type   varchar(100)  not null,
    backup_state                 boolean       not null,
    attestation_object           bytea         not null,
    attestation_client_data_json bytea         not null,
    created                      timestamp(3) with time zone not null,
    last_used                    timestamp(3) with time zone not null,
    label                        varchar(60)   not null
);
create index passkey_user_of_account on passkey_user (account);
create index user_credentials_of_user on user_credentials (user_entity_user_id);
