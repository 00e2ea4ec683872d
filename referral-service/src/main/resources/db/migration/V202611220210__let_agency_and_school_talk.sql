-- What passes between an agency and the school while a placement is open: waiting, holding, asking, trying to reach the
-- family, and taking it back.

alter table placement
    add column expected_wait_days  int  check (expected_wait_days > 0),
    add column held_from           text check (held_from in ('ACCEPTED', 'SCHEDULED', 'IN_SERVICE')), -- where it resumes
    add column held_reason         text,
    add column held_until          date,
    add column cancellation_reason text;

-- an answer goes to another organization like the record, and is counted apart from the one release of each sending
alter table disclosure drop constraint disclosure_kind_check;
alter table disclosure add constraint disclosure_kind_check check (kind in ('RELEASED', 'READ', 'ANSWERED'));

-- What an agency asked, and what the coordinator answered. An answer names its question.
create table placement_inquiry (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    agency_id       uuid        not null,
    placement_id    uuid        not null references placement,
    question_id     uuid        references placement_inquiry,
    body            text        not null,
    actor_subject   text        not null,
    actor_person_id uuid,
    happened_at     timestamptz not null
);
create index placement_inquiry_by_placement on placement_inquiry (placement_id, id);
create unique index placement_inquiry_answered_once on placement_inquiry (question_id) where question_id is not null;

-- How an agency tried to reach the family. Nothing of what was said.
create table contact_attempt (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    agency_id     uuid        not null,
    placement_id  uuid        not null references placement,
    attempted_at  timestamptz not null,
    channel       text        not null check (channel in ('PHONE', 'EMAIL', 'TEXT', 'LETTER', 'IN_PERSON')),
    outcome       text        not null check (outcome in ('REACHED', 'NO_ANSWER', 'LEFT_MESSAGE', 'WRONG_CONTACT')),
    actor_subject text        not null,
    recorded_at   timestamptz not null
);
create index contact_attempt_by_placement on contact_attempt (placement_id, attempted_at, id);

do $$
declare
    name text;
begin
    foreach name in array array['placement_inquiry', 'contact_attempt'] loop
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
