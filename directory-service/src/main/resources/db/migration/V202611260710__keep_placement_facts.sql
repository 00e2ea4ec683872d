-- What the events of referral-service say of a placement's times. It names no district, school or person, so that figures over all
-- districts need no way around row-level security; they are shown from ten cases on.
create table placement_facts (
    placement_id uuid primary key,
    service_id uuid not null,
    sequence bigint not null,
    sent_at timestamptz not null,
    answered_at timestamptz,
    accepted boolean,
    seen_at timestamptz,
    counted boolean not null
);
create index placement_facts_service on placement_facts (service_id, sent_at);

-- How many wait, and the day on which whoever waits hears again.
alter table service_capacities
    add column waiting integer check (waiting >= 0),
    add column check_in_on date;
