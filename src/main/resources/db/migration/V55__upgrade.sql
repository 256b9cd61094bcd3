-- The nodes that run, as each of them says of itself, so that no diagram is deployed that one of them could not run.
create table node (
    id         uuid          primary key,
    name       varchar(200)  not null,
    version    varchar(100)  not null,
    -- digest of the diagrams, tables and forms that it brings, and the names of those that were deployed otherwise when it came
    files      varchar(64)   not null,
    brings     varchar(4000) not null,
    started_at timestamp with time zone not null,
    seen_at    timestamp with time zone not null,
    -- since when the others go on without it
    silent_at  timestamp with time zone
);

-- What is deployed. Whoever comes, deploys, or begins to move instances locks its one row first.
create table deployed_files (
    id       smallint       primary key,
    files    varchar(64),
    manifest varchar(20000)
);

insert into deployed_files (id) values (1);

-- Instances that are moved from one version of a diagram to another, or were.
create table instance_move (
    source    varchar(64) not null,
    target    varchar(64) not null,
    instances integer     not null,
    -- the engine's batch; none where the diagram says that nothing is to be moved
    batch     varchar(64),
    begun_at  timestamp(3) with time zone not null,
    ended_at  timestamp(3) with time zone,
    primary key (source, target)
);

-- Instances that stay on their version with all that they called, and what kept them.
create table instance_kept (
    instance   varchar(64)   not null,
    target     varchar(64)   not null,
    source     varchar(64)   not null,
    -- where it was found: the version of the instance, or of one that it called, and the element
    definition varchar(64)   not null,
    element    varchar(255)  not null,
    why        varchar(20)   not null,
    detail     varchar(1000) not null,
    primary key (instance, target)
);
