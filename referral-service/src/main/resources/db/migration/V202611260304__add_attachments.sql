-- Files of a referral. Their bytes are in a store outside, under a random key.
create table attachment (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    referral_id     uuid        not null references referral,
    placement_id    uuid        references placement, -- of the agency that sent it
    agency_id       uuid,
    side            text        not null check (side in ('SCHOOL', 'AGENCY')),
    name            text        not null,
    kind            text        not null,
    byte_count      int         not null check (byte_count > 0),
    sha256          text        not null,
    storage_key     text        not null unique,
    actor_subject   text        not null,
    actor_person_id uuid,
    added_at        timestamptz not null,
    check ((side = 'AGENCY') = (agency_id is not null and placement_id is not null))
);
create index attachment_by_referral on attachment (tenant_id, referral_id, id);
create index attachment_by_placement on attachment (placement_id, id) where placement_id is not null;

-- Which files of the school an agency was given.
create table attachment_release (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    agency_id     uuid        not null,
    placement_id  uuid        not null references placement,
    attachment_id uuid        not null references attachment,
    released_at   timestamptz not null,
    unique (placement_id, attachment_id)
);

do $$
declare
    name text;
begin
    foreach name in array array['attachment', 'attachment_release'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
        execute format('create policy agency on %I using '
            '(agency_id = nullif(current_setting(''footbridge.agency'', true), '''')::uuid)', name);
        execute format('revoke update, delete, truncate on %I from ${app}', name);
        execute format('create trigger append_only before update or delete or truncate on %I '
            'for each statement execute function refuse_change()', name);
    end loop;
end $$;
