-- Consent that is asked for by mail and signed on a page of ours (ADR 017).

alter table consent
    add column auth_method text,        -- how we know that it was the signer; null for what is older than this column
    add column signed_at   timestamptz; -- where it was signed here

-- What is asked for. It is closed by the first signature, by the last refusal, or by the coordinator.
create table consent_request (
    id                  uuid        primary key,
    tenant_id           uuid        not null,
    custodian_org_id    uuid        not null,
    referral_id         uuid        not null references referral,
    student_id          uuid        not null,
    recipient_agency_id uuid        not null,
    recipient_name      text        not null,
    scope               text[]      not null,
    purpose             text        not null,
    expires_on          date        not null,
    state               text        not null check (state in ('OPEN', 'SIGNED', 'REFUSED', 'CANCELLED')),
    links_expire_at     timestamptz not null,
    requested_by        uuid        not null,
    requested_at        timestamptz not null,
    closed_at           timestamptz,
    version             bigint      not null
);
create index consent_request_by_referral on consent_request (referral_id, id);

-- Who is asked, and what of his or her link and codes must be remembered. Neither link nor code stands here: both are made
-- anew from the key and these numbers.
create table consent_signer (
    id              uuid        primary key,
    tenant_id       uuid        not null,
    request_id      uuid        not null references consent_request,
    person_id       uuid        not null,
    role            text        not null,
    state           text        not null check (state in ('PENDING', 'SIGNED', 'REFUSED')),
    key_id          text        not null,
    link_number     int         not null,
    link_event_id   uuid,
    code_number     int         not null,
    code_event_id   uuid,
    code_expires_at timestamptz,
    code_tries      int         not null,
    codes_since     timestamptz,
    codes_in_window int         not null,
    consent_id      uuid,
    answered_at     timestamptz,
    version         bigint      not null
);
create index consent_signer_by_request on consent_signer (request_id, id);
create index consent_signer_by_link_event on consent_signer (link_event_id);
create index consent_signer_by_code_event on consent_signer (code_event_id);

-- Whose link a token is. Ids and a hash only, no row-level security: who opens a link has no district, and finds here which
-- one to enter.
create table consent_link (
    token_hash text primary key,
    tenant_id  uuid not null,
    signer_id  uuid not null
);
create index consent_link_by_signer on consent_link (signer_id);

-- The signed text to the letter, whose SHA-256 is the consent's document_hash.
create table consent_document (
    id         uuid        primary key,
    tenant_id  uuid        not null,
    consent_id uuid        not null,
    content    bytea       not null,
    created_at timestamptz not null
);
create index consent_document_by_consent on consent_document (consent_id);

do $$
declare
    name text;
begin
    foreach name in array array['consent_request', 'consent_signer', 'consent_document'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
    revoke update, delete, truncate on consent_document from ${app};
    create trigger append_only before update or delete or truncate on consent_document
        for each statement execute function refuse_change();
end $$;
