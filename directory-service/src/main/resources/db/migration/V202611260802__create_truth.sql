-- How an entry stays true: who confirmed it and when, what people say is wrong with it, and what became of records that were two.

-- What editors decided stays, whatever a source's next file says: `pinned` by field, `history` as HSDS metadata.
alter table services
    add column pinned jsonb not null default '{}',
    add column history jsonb not null default '[]';

create function edited(document jsonb, pinned jsonb, history jsonb) returns jsonb language sql immutable
    return document || pinned || case when history = '[]'::jsonb then '{}'::jsonb else jsonb_build_object(
        'metadata', coalesce(document -> 'metadata', '[]'::jsonb) || (
            select coalesce(jsonb_agg(h), '[]'::jsonb) from jsonb_array_elements(history) h
            where not coalesce(document -> 'metadata', '[]'::jsonb)
                @> jsonb_build_array(jsonb_build_object('id', h -> 'id')))) end;

create table service_verifications (
    service_id uuid primary key references services on delete cascade,
    verified_at timestamptz,
    verified_by text check (verified_by in ('agency', 'platform')),
    requested_at timestamptz,
    version bigint not null default 0,
    check ((verified_at is null) = (verified_by is null))
);

create table suggestions (
    id uuid primary key,
    service_id uuid not null references services on delete cascade,
    field text not null,
    value text not null,
    reason text,
    seen_value text,
    state text not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    version bigint not null default 0
);
create index suggestions_open on suggestions (state, id);
create index suggestions_by_service on suggestions (service_id);

-- A record that was merged into another keeps answering for it under its old id.
create table record_aliases (
    id uuid primary key,
    kept_id uuid not null references services on delete cascade,
    merged_at timestamptz not null,
    merged_by text not null
);
create index record_aliases_kept on record_aliases (kept_id);

-- The one round that asks for verification; it makes itself due again.
insert into work_queue (kind, id, lane_id, due_at)
values ('verification-round', '01980000-0000-7000-8000-0000000000f1', '01980000-0000-7000-8000-0000000000f1', '2026-01-01T00:00:00Z');
