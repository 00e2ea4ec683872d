-- What a family may ask of a school (34 CFR 99.10, 99.20-22), and how long the school keeps what it has.

create table access_request (
    id           uuid        primary key,
    tenant_id    uuid        not null references district,
    student_id   uuid        not null references person,
    asked_by     uuid        not null references person,
    relation     text        not null, -- COORDINATOR on behalf of somebody, GUARDIAN, STUDENT
    state        text        not null check (state in ('OPEN', 'FULFILLED', 'WITHDRAWN')),
    requested_at timestamptz not null,
    due_on       date        not null, -- 45 days, the district's
    closed_at    timestamptz,
    version      bigint      not null
);
create index access_request_by_student on access_request (tenant_id, student_id, id desc);

create table amendment_request (
    id           uuid        primary key,
    tenant_id    uuid        not null references district,
    student_id   uuid        not null references person,
    referral_id  uuid        references referral, -- null: of all of them
    asked_by     uuid        not null references person,
    relation     text        not null,
    request      text        not null,
    state        text        not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
    reason       text,
    statement    text,                            -- only after a refusal; it travels with what is disclosed later
    requested_at timestamptz not null,
    decided_by   uuid,
    decided_at   timestamptz,
    version      bigint      not null,
    check ((state = 'OPEN') = (decided_at is null)),
    check (statement is null or state = 'REFUSED')
);
create index amendment_request_by_student on amendment_request (tenant_id, student_id, id desc);

-- Somebody has said that nothing of this student may be destroyed.
create table legal_hold (
    id         uuid        primary key,
    tenant_id  uuid        not null references district,
    student_id uuid        not null references person,
    reason     text        not null,
    placed_by  text        not null, -- subject of the account
    placed_at  timestamptz not null,
    lifted_by  text,
    lifted_at  timestamptz,
    version    bigint      not null,
    check ((lifted_by is null) = (lifted_at is null))
);
create index legal_hold_by_student on legal_hold (tenant_id, student_id, id desc);

-- What a district has decided about keeping. Without a row nothing is ever destroyed.
create table retention_plan (
    tenant_id  uuid        primary key references district,
    policies   text        not null, -- JSON: class, trigger and years
    changed_at timestamptz not null,
    version    bigint      not null
);

alter table referral add column purged_at timestamptz;
create index referral_to_purge on referral (tenant_id, closed_at) where closed_at is not null and purged_at is null;

do $$
declare
    name text;
begin
    foreach name in array array['access_request', 'amendment_request', 'legal_hold', 'retention_plan'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy tenant on %I using '
            '(tenant_id = nullif(current_setting(''footbridge.tenant'', true), '''')::uuid)', name);
    end loop;
end $$;

-- The one way to destroy what is append-only: as the owner of the tables, inside purge_referral. The service's role owns nothing
-- and has no right to update or delete there, so that saying the word does not help it.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if current_setting('footbridge.purging', true) = 'on'
        and current_user = (select tableowner from pg_tables where schemaname = tg_table_schema and tablename = tg_table_name)
        and tg_op <> 'TRUNCATE' and tg_table_name not in ('disclosure', 'access_log') then
        return null;
    end if;
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Deletes what a referral says and leaves that it was: number, states, codes of its outcome and times, the consents, the ledger of
-- disclosures and the access log. Row-level security holds here too. A new table with words about a student belongs in here.
create function purge_referral(purged uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform set_config('footbridge.purging', 'on', true);
    update referral set concerns = '{}', description = null, location = null, actions_tried = null, strengths = null,
        expected_outcome = null, identified = null, home_language = null, interpreter_needed = false, insurance = 'UNKNOWN',
        iep = null, section504 = null, purged_at = at, version = version + 1
    where id = purged and purged_at is null and closed_at is not null;
    if not found then
        raise exception 'nothing to purge' using errcode = 'no_data_found';
    end if;
    update transition set note = null where referral_id = purged and note is not null;
    delete from referral_inquiry where referral_id = purged;
    delete from disclosed_record where placement_id in (select id from placement where referral_id = purged);
    delete from placement_inquiry where placement_id in (select id from placement where referral_id = purged)
        and question_id is not null;
    delete from placement_inquiry where placement_id in (select id from placement where referral_id = purged);
    delete from contact_attempt where placement_id in (select id from placement where referral_id = purged);
    delete from message_receipt where placement_id in (select id from placement where referral_id = purged);
    delete from placement_message where placement_id in (select id from placement where referral_id = purged);
    update placement set decline_text = null, access_open = false, version = version + 1 where referral_id = purged;
    update amendment_request set request = '', reason = null, statement = null, version = version + 1
        where referral_id = purged;
    perform set_config('footbridge.purging', '', true);
end $$;
revoke all on function purge_referral(uuid, timestamptz) from public;
grant execute on function purge_referral(uuid, timestamptz) to ${app};
