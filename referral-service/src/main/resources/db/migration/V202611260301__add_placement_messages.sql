-- The thread of a placement. A position counts its messages: ids of two writers at once need not be in the order of the thread.
create table placement_message (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    agency_id       uuid        not null,
    placement_id    uuid        not null references placement,
    position        int         not null check (position > 0),
    side            text        not null check (side in ('SCHOOL', 'AGENCY')),
    body            text        not null,
    actor_subject   text        not null,
    actor_person_id uuid,
    posted_at       timestamptz not null,
    unique (placement_id, position)
);

-- How far somebody had read a thread. Reading on is another row, so that it stays known when a message was first read.
create table message_receipt (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    agency_id     uuid        not null,
    placement_id  uuid        not null references placement,
    side          text        not null check (side in ('SCHOOL', 'AGENCY')),
    actor_subject text        not null,
    position      int         not null check (position > 0),
    read_at       timestamptz not null
);
create index message_receipt_by_placement on message_receipt (placement_id, position);

-- the kinds are the code's; what the school gives beside the record keeps growing
alter table disclosure drop constraint disclosure_kind_check;
alter table disclosure add constraint disclosure_kind_check check (kind ~ '^[A-Z_]{1,30}$');

do $$
declare
    name text;
begin
    foreach name in array array['placement_message', 'message_receipt'] loop
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
