-- What was done, provably: a chain of entries for each relationship and each customer, and signed checkpoints over the chains.

-- The end of each chain: who appends locks it. uncovered: whether there are entries that no checkpoint covers yet.
create table evidence_head (
    chain_id  uuid        primary key,
    partner   varchar(60),
    seq       integer     not null,
    hash      varchar(64) not null,
    uncovered boolean     not null
);
create index evidence_head_uncovered on evidence_head (uncovered, chain_id);

-- Never changed, never deleted. body: what was done, as canonical JSON (RFC 8785); hash: its SHA-256.
create table evidence_entry (
    chain_id uuid           not null,
    seq      integer        not null,
    body     varchar(12000) not null,
    hash     varchar(64)    not null,
    primary key (chain_id, seq)
);

-- What entries say of persons, apart: an entry has only a salted digest of it, so that it can be erased.
create table evidence_words (
    chain_id uuid           not null,
    seq      integer        not null,
    about_id uuid           not null,
    parts    varchar(12000) not null,
    primary key (chain_id, seq)
);
create index evidence_words_about on evidence_words (about_id);

-- Signed; never changed, never deleted.
create table evidence_checkpoint (
    number    bigint        primary key,
    body      varchar(2000) not null,
    hash      varchar(64)   not null,
    signature varchar(100)  not null
);

-- Which ends of chains a checkpoint covers: those that had grown since the one before.
create table evidence_covered (
    chain_id uuid        not null,
    seq      integer     not null,
    number   bigint      not null references evidence_checkpoint,
    hash     varchar(64) not null,
    primary key (chain_id, seq)
);
create index evidence_covered_by on evidence_covered (number, chain_id);

-- One row: who signs locks it.
create table evidence_signing (
    id     integer     primary key,
    number bigint      not null,
    hash   varchar(64) not null
);
insert into evidence_signing (id, number, hash) values (1, 0, '');
