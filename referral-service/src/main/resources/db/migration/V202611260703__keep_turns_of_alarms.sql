-- Who was to be told of an alarm when it fired: the mail may leave when it is somebody else's turn already.
create table alarm_turn (
    event_id    uuid        primary key,
    tenant_id   uuid        not null,
    referral_id uuid        not null,
    people      uuid[]      not null, -- staff, by id; addresses are asked of the roster when the mail leaves
    told_at     timestamptz not null
);
create index alarm_turn_by_referral on alarm_turn (tenant_id, referral_id, told_at);
alter table alarm_turn enable row level security;
alter table alarm_turn force row level security;
create policy tenant on alarm_turn using
    (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
