-- A crisis as this service has heard of it: it is told until somebody says that he or she has it in hand.
create table escalation (
    referral_id     uuid        primary key,
    tenant_id       uuid        not null,
    level           int         not null,
    raised_at       timestamptz not null,
    next_at         timestamptz,
    acknowledged_at timestamptz,
    sequence        bigint      not null,
    last_event_id   uuid        not null
);
-- By which event the copy of the on-call contacts knows a crisis that is told without one of its own.
alter table mail_notice add column last_event_id uuid;

-- Each step of it, for whoever asks afterwards who was told when. Never changed.
create table escalation_step (
    id          uuid        primary key,
    tenant_id   uuid        not null,
    referral_id uuid        not null,
    kind        text        not null,
    level       int         not null,
    person_id   uuid,
    channel     text,
    reason      text,
    created_at  timestamptz not null
);
create index escalation_step_by_referral on escalation_step (referral_id, id);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete or truncate on escalation_step
    for each statement execute function refuse_change();

alter table escalation enable row level security;
alter table escalation force row level security;
create policy tenant on escalation
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table escalation_step enable row level security;
alter table escalation_step force row level security;
create policy tenant on escalation_step
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
