-- What was said and sent is kept by the week, so that what is too old goes with its table and not row by row. The key is a
-- UUIDv7, which begins with its time.
create function webhook_id_at(moment timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex(cast(floor(greatest(extract(epoch from moment), 0) * 1000) as bigint)), 12, '0') || repeat('0', 20))::uuid
$$;

alter table webhook_attempt rename to old_webhook_attempt;
alter table webhook_delivery rename to old_webhook_delivery;
alter table old_webhook_attempt no force row level security;
alter table old_webhook_delivery no force row level security;

-- What an owner with endpoints could have heard, one row per event: for pulling, and for what an endpoint has missed.
create table webhook_message (
    id           uuid        primary key,
    owner_id     uuid        not null,
    agency_id    uuid,
    tenant_id    uuid,
    xid          xid8        not null default pg_current_xact_id(), -- the order of reading: nothing comes in behind a cursor
    event_id     uuid        not null,
    event_type   text        not null,
    subject_id   uuid        not null,
    sequence     bigint      not null,
    placement_id uuid,
    school_id    uuid,
    service_id   uuid,
    body         text,                                              -- null once it was expunged
    request_id   text,
    traceparent  text,
    created_at   timestamptz not null
) partition by range (id);
create table webhook_message_other partition of webhook_message default;
create index webhook_message_in_order on webhook_message (owner_id, xid, id);
create index webhook_message_by_event on webhook_message (owner_id, event_id);

-- One event for one endpoint. The body is made once, so that every attempt sends the same bytes. Rows outlive their
-- endpoint: they say who was told of what.
create table webhook_delivery (
    id           uuid        primary key,
    agency_id    uuid,
    tenant_id    uuid,
    owner_id     uuid        generated always as (coalesce(agency_id, tenant_id)) stored,
    endpoint_id  uuid        not null,
    event_id     uuid        not null,
    event_type   text        not null,
    placement_id uuid,
    body         text,
    request_id   text,
    traceparent  text,
    state        text        not null,
    attempts     int         not null,
    round_start  int         not null, -- attempts made before the last resend, which begins the schedule anew
    sequence     bigint      not null default 0,
    ordered_key  uuid,
    slot_at      timestamptz,
    due_at       timestamptz,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    expunged_at  timestamptz,
    expunged_by  text
) partition by range (id);
create table webhook_delivery_other partition of webhook_delivery default;
create index webhook_delivery_of_endpoint on webhook_delivery (endpoint_id, id desc);
create index webhook_delivery_by_event on webhook_delivery (endpoint_id, event_id);
create index webhook_delivery_of_referral on webhook_delivery (endpoint_id, ordered_key, sequence)
    where state = 'PENDING' and ordered_key is not null;

create table webhook_attempt (
    delivery_id uuid        not null,
    number      int         not null,
    owner_id    uuid        not null,
    endpoint_id uuid        not null,
    started_at  timestamptz not null,
    latency_ms  int         not null,
    status      int,
    error_code  text,
    response    text,
    primary key (delivery_id, number)
) partition by range (delivery_id);
create table webhook_attempt_other partition of webhook_attempt default;
create index webhook_attempt_of_endpoint on webhook_attempt (endpoint_id, started_at);

-- A partition is reached through its table only: by itself it shows nothing.
alter table webhook_message_other enable row level security;
alter table webhook_message_other force row level security;
alter table webhook_delivery_other enable row level security;
alter table webhook_delivery_other force row level security;
alter table webhook_attempt_other enable row level security;
alter table webhook_attempt_other force row level security;

-- An agency that pulls is shown what it may read now.
drop policy tenant on placement_access;
create policy party on placement_access using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid
    or agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);

-- Makes the tables of the coming weeks and drops those that are older than what is kept. The run-time role owns no table, so
-- this runs as the owner; what it may do is all written here.
create function webhook_weeks(moment timestamptz, kept interval) returns int language plpgsql
    security definer set search_path = public, pg_temp set lock_timeout = '5s' as $$
declare
    parent text;
    week timestamptz;
    part text;
    dropped int := 0;
begin
    foreach parent in array array['webhook_message', 'webhook_delivery', 'webhook_attempt'] loop
        for ahead in 0..2 loop
            week := date_trunc('week', moment, 'UTC') + ahead * interval '7 days';
            part := parent || '_' || to_char(week at time zone 'UTC', 'YYYYMMDD');
            if to_regclass(part) is null then
                begin
                    execute format('create table %I partition of %I for values from (%L) to (%L)',
                        part, parent, webhook_id_at(week), webhook_id_at(week + interval '7 days'));
                    execute format('alter table %I enable row level security', part);
                    execute format('alter table %I force row level security', part);
                exception when check_violation then
                    null; -- rows of that week lie in the other table already, and go from there
                end;
            end if;
        end loop;
        for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass(parent) and c.relname ~ '_[0-9]{8}$'
              and to_date(right(c.relname, 8), 'YYYYMMDD') + 7 <= (moment - kept) at time zone 'UTC'
        loop
            execute format('drop table %I', part);
            dropped := dropped + 1;
        end loop;
        execute format('alter table %I no force row level security', parent || '_other');
        execute format('delete from %I where %I < %L', parent || '_other',
            case parent when 'webhook_attempt' then 'delivery_id' else 'id' end, webhook_id_at(moment - kept));
        execute format('alter table %I force row level security', parent || '_other');
    end loop;
    return dropped;
end $$;
revoke all on function webhook_weeks(timestamptz, interval) from public;
grant execute on function webhook_weeks(timestamptz, interval) to ${app};
select webhook_weeks(now(), interval '1000 years');

insert into webhook_delivery (id, agency_id, tenant_id, endpoint_id, event_id, event_type, placement_id, body, request_id,
    traceparent, state, attempts, round_start, sequence, ordered_key, slot_at, due_at, created_at, finished_at)
select id, agency_id, tenant_id, endpoint_id, event_id, event_type, placement_id, body, request_id,
    traceparent, state, attempts, round_start, sequence, ordered_key, slot_at, due_at, created_at, finished_at
from old_webhook_delivery;
insert into webhook_attempt (delivery_id, number, owner_id, endpoint_id, started_at, latency_ms, status, error_code, response)
select a.delivery_id, a.number, a.owner_id, d.endpoint_id, a.started_at, a.latency_ms, a.status, a.error_code, a.response
from old_webhook_attempt a join old_webhook_delivery d on d.id = a.delivery_id;
drop table old_webhook_attempt;
drop table old_webhook_delivery;

alter table webhook_message enable row level security;
alter table webhook_message force row level security;
create policy owner on webhook_message using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy owner on webhook_delivery using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy owner on webhook_attempt using (owner_id in (
    nullif(current_setting('footbridge.agency', true), '')::uuid,
    nullif(current_setting('footbridge.tenant', true), '')::uuid));
insert into work_queue (kind, id, lane_id, due_at)
values ('webhook-retention', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000001', now());

alter table webhook_endpoint alter column url drop not null;
