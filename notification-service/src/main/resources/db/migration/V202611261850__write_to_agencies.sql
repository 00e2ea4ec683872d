-- A mail to an agency, kept for a week after its end so that nobody is told twice. Holds ids only; the address is asked for just before.
create table agency_letter (
    id                 uuid        primary key,
    agency_id          uuid        not null,
    event_type         text        not null,
    service_id         uuid        not null,
    contact_request_id uuid,
    attempts           int         not null,
    created_at         timestamptz not null,
    finished_at        timestamptz
);
create index agency_letter_of_agency on agency_letter (agency_id, finished_at);
alter table agency_letter enable row level security;
alter table agency_letter force row level security;
create policy agency on agency_letter using (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid);
