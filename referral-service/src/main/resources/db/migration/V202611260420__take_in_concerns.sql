-- Where a concern may be left: the code stands on a poster in the school. Ids only, no row-level security: who leaves a concern has
-- no account and no district, and finds here which one to enter.
create table concern_code (
    code       text        primary key,
    tenant_id  uuid        not null,
    school_id  uuid        not null,
    created_at timestamptz not null
);
create index concern_code_by_school on concern_code (tenant_id, school_id);

-- What somebody left without a name. No referral: it becomes one when a coordinator has looked at it, and then its words move there.
-- Its id is random and its time is cut to the minute, so that neither tells who wrote it.
create table left_concern (
    id          uuid        primary key,
    tenant_id   uuid        not null,
    school_id   uuid        not null,
    receipt     text        not null,
    who         text,
    place       text,
    what        text,
    suspect     boolean     not null,
    state       text        not null check (state in ('OPEN', 'REFERRED', 'DISMISSED')),
    received_at timestamptz not null,
    expires_at  timestamptz not null,
    referral_id uuid,
    dismissal   text,
    decided_by  uuid,
    decided_at  timestamptz,
    version     bigint      not null,
    check (state = 'OPEN' or (who is null and place is null and what is null)),
    check ((state = 'REFERRED') = (referral_id is not null)),
    check ((state = 'DISMISSED') = (dismissal is not null))
);
create index left_concern_by_school on left_concern (tenant_id, school_id, received_at desc, id desc) where state = 'OPEN';
create index left_concern_by_expiry on left_concern (tenant_id, expires_at) where state = 'OPEN';

alter table left_concern enable row level security;
alter table left_concern force row level security;
create policy tenant on left_concern using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
