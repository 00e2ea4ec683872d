-- One event that people are told of by e-mail. Who they are and where they live is asked for just before each attempt
-- (decision 25) and kept nowhere.
create table mail_notice (
    id           uuid        primary key,
    tenant_id    uuid        not null,
    event_id     uuid        not null unique,
    event_type   text        not null,
    referral_id  uuid        not null,
    placement_id uuid,
    state        text        not null,
    attempts     int         not null,
    created_at   timestamptz not null,
    finished_at  timestamptz
);

-- Written as soon as the mail server has accepted a mail, so that a later attempt for the others does not repeat it.
create table mail_receipt (
    notice_id  uuid        not null references mail_notice (id) on delete cascade,
    person_id  uuid        not null,
    tenant_id  uuid        not null,
    outcome    text        not null,
    reason     text,
    created_at timestamptz not null,
    primary key (notice_id, person_id)
);

alter table mail_notice enable row level security;
alter table mail_notice force row level security;
create policy tenant on mail_notice
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table mail_receipt enable row level security;
alter table mail_receipt force row level security;
create policy tenant on mail_receipt
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
