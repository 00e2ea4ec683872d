-- Whom a crisis of a school is told while referral-service cannot be asked (decision 25): addresses of staff, and of nobody else.
create table on_call_copy (
    school_id  uuid        primary key,
    tenant_id  uuid        not null,
    sequence   bigint      not null, -- of the newest change that was heard of, 0 for none
    levels     text,                 -- JSON: the contacts of each level; null until they were asked for
    school     text,
    phone      text,
    fetched_at timestamptz
);
-- Which level an event is about that is still to be told; gone once somebody has the crisis in hand.
create table crisis_call (
    event_id    uuid        primary key,
    tenant_id   uuid        not null,
    referral_id uuid        not null,
    school_id   uuid        not null,
    level       int         not null,
    created_at  timestamptz not null
);
create index crisis_call_by_referral on crisis_call (tenant_id, referral_id);
do $$
declare
    name text;
begin
    foreach name in array array['on_call_copy', 'crisis_call'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;
