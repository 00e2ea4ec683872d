-- What leaves without a consent, each time with its right and reason; and what is read without a relation, for three hours.

alter table placement add column legal_basis text; -- null: it stands and falls with a consent
alter table disclosed_record
    alter column consent_id drop not null,
    add column legal_basis text not null default 'CONSENT',
    add constraint disclosed_record_has_a_basis check ((legal_basis = 'CONSENT') = (consent_id is not null));
alter table disclosure
    add column reason             text,
    add column threat_description text; -- 34 CFR 99.32(a)(5)

create table break_glass (
    id            uuid        primary key,
    tenant_id     uuid        not null,
    referral_id   uuid        not null references referral,
    person_id     uuid        not null,
    actor_subject text        not null,
    reason        text        not null,
    opened_at     timestamptz not null,
    ends_at       timestamptz not null
);
create index break_glass_by_reader on break_glass (tenant_id, person_id, referral_id, ends_at);
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy tenant on break_glass using (
    tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid);
revoke update, delete, truncate on break_glass from ${app};
create trigger append_only before update or delete or truncate on break_glass
    for each statement execute function refuse_change();
