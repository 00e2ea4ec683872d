-- Which person of the roster an account is (decision 10), as referral-service has published it.
create table account (
    tenant_id uuid not null,
    issuer    text not null,
    subject   text not null,
    person_id uuid not null,
    primary key (tenant_id, issuer, subject)
);

-- How somebody wants to be told. A person without a row has the defaults.
create table notice_preference (
    person_id   uuid        primary key,
    tenant_id   uuid        not null,
    language    text,
    zone        text,
    quiet_from  time,
    quiet_until time,
    digest_at   time,
    digest_days text,
    channels    text        not null, -- JSON: topic to channels, as far as they differ from the defaults
    changed_at  timestamptz not null,
    version     bigint      not null
);

-- One row per channel: the mail may wait for the morning while the inbox has the notice already.
alter table mail_receipt add column channel text not null default 'EMAIL';
alter table mail_receipt drop constraint mail_receipt_pkey;
alter table mail_receipt add primary key (notice_id, person_id, channel);
alter table mail_receipt alter column channel drop default;

-- What goes into somebody's next summary.
create table digest_entry (
    person_id  uuid        not null,
    notice_id  uuid        not null references mail_notice (id) on delete cascade,
    tenant_id  uuid        not null,
    created_at timestamptz not null,
    primary key (person_id, notice_id)
);
create index digest_entry_by_notice on digest_entry (notice_id);
create index mail_notice_by_referral on mail_notice (referral_id);

-- What somebody finds after signing in. The row of the person is locked by whoever adds to it or marks as read, so that the
-- sequence has no gaps and its order is the order of the commits.
create table inbox_of_person (
    person_id     uuid   primary key,
    tenant_id     uuid   not null,
    last_sequence bigint not null,
    unread        int    not null
);
create table inbox_item (
    id           uuid        primary key,
    tenant_id    uuid        not null,
    person_id    uuid        not null,
    sequence     bigint      not null,
    event_id     uuid        not null,
    event_type   text        not null,
    topic        text        not null,
    letter       text        not null,
    language     text        not null,
    referral_id  uuid        not null,
    placement_id uuid,
    created_at   timestamptz not null,
    read_at      timestamptz,
    unique (person_id, sequence),
    unique (person_id, event_id)
);
create index inbox_item_unread on inbox_item (person_id, sequence) where read_at is null;
create index inbox_item_by_referral on inbox_item (referral_id);

alter table account enable row level security;
alter table account force row level security;
create policy tenant on account
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table notice_preference enable row level security;
alter table notice_preference force row level security;
create policy tenant on notice_preference
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table digest_entry enable row level security;
alter table digest_entry force row level security;
create policy tenant on digest_entry
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table inbox_of_person enable row level security;
alter table inbox_of_person force row level security;
create policy tenant on inbox_of_person
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
alter table inbox_item enable row level security;
alter table inbox_item force row level security;
create policy tenant on inbox_item
    using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
