-- Where files come from. Global like the directory itself: only platform administrators reach these tables through the API.
create table import_sources (
    id uuid primary key,
    code text not null unique,
    name text not null,
    -- the source speaks of this directory's own records by their ids, as a corrected export does
    own_ids boolean not null,
    -- of two sources that name the same field, the lower number wins
    precedence integer not null,
    mapping jsonb,
    created_at timestamptz not null,
    version bigint not null default 0
);

create table import_runs (
    id uuid primary key,
    source_id uuid not null references import_sources,
    format text not null,
    state text not null check (state in ('RUNNING', 'REJECTED', 'CHECKED', 'APPLIED')),
    dry_run boolean not null,
    bytes integer not null,
    sha256 text not null,
    -- the file itself, until the run is over
    payload bytea,
    attempts integer not null default 0,
    counts jsonb not null default '{}',
    faults jsonb not null default '[]',
    fault_count integer not null default 0,
    warnings jsonb not null default '[]',
    warning_count integer not null default 0,
    requested_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index import_runs_by_source on import_runs (source_id, id);

-- What a source calls a record, and what we call it: one to one for each kind of record.
create table import_ids (
    source_id uuid not null references import_sources,
    entity text not null,
    foreign_id text not null,
    id uuid not null,
    primary key (source_id, entity, foreign_id),
    unique (source_id, entity, id)
);
create index import_ids_by_id on import_ids (entity, id);

-- Records whose owner is not in the directory, such as an attribute of something that was never sent. Kept, so that an export drops nothing.
create table loose_records (
    entity text not null,
    id uuid not null,
    source_id uuid not null references import_sources,
    document jsonb not null,
    primary key (source_id, entity, id)
);

-- HSDS allows a place that belongs to nobody.
alter table locations alter column organization_id drop not null;
