alter table referral add column duplicate_of_id uuid;
-- How many rows of referral_inquiry there are: most referrals have none, and reading them then costs no statement more.
alter table referral add column inquiries int not null default 0;

-- What a coordinator asked about a referral and what was answered. Never changed: a correction is one more answer.
create table referral_inquiry (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    referral_id     uuid        not null references referral,
    kind            text        not null check (kind in ('QUESTION', 'ANSWER')),
    text            text        not null,
    actor_subject   text        not null,
    actor_person_id uuid,
    actor_role      text        not null,
    happened_at     timestamptz not null
);
create index referral_inquiry_by_referral on referral_inquiry (tenant_id, referral_id, id);

alter table referral_inquiry enable row level security;
alter table referral_inquiry force row level security;
create policy tenant on referral_inquiry using
    (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
revoke update, delete, truncate on referral_inquiry from ${app};
create trigger append_only before update or delete or truncate on referral_inquiry
    for each statement execute function refuse_change();
