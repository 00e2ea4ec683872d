-- Whom a school calls in a crisis, in which order.
create table on_call_chain (
    school_id  uuid        primary key references school,
    tenant_id  uuid        not null references district,
    chain      text        not null, -- JSON: contacts, last responder, hours, notes
    changed_at timestamptz not null,
    version    bigint      not null
);
-- A crisis waits here until somebody says that he or she has it in hand.
create table crisis (
    referral_id     uuid        primary key references referral,
    tenant_id       uuid        not null,
    level           int         not null,
    raised_at       timestamptz not null,
    next_at         timestamptz, -- when it is the next one's turn; null once it is acknowledged
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    version         bigint      not null
);
do $$
declare
    name text;
begin
    foreach name in array array['on_call_chain', 'crisis'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;
