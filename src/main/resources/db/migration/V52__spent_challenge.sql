-- Challenges that were answered by a passkey, so that none is answered twice, whichever nodes the answers go to.
create table spent_challenge (
    challenge varchar(100) primary key,
    until_at  timestamp(3) with time zone not null
);
create index spent_challenge_end on spent_challenge (until_at);
