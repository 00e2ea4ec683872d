-- Forms that somebody has begun. A table of its own and not a referral in state DRAFT: a draft has no number, no school and often
-- no urgency yet, which a referral never lacks, and no list, figure or event of referrals may ever meet one by a forgotten filter.
-- The form is kept as it was typed, because its rules hold only once it is submitted.
create table referral_draft (
    id         uuid        primary key,
    tenant_id  uuid        not null,
    author_id  uuid        not null,
    form       jsonb       not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    expires_at timestamptz not null,
    version    bigint      not null
);
create index referral_draft_by_author on referral_draft (tenant_id, author_id, id desc);
create index referral_draft_by_expiry on referral_draft (tenant_id, expires_at);

alter table referral_draft enable row level security;
alter table referral_draft force row level security;
create policy tenant on referral_draft using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
