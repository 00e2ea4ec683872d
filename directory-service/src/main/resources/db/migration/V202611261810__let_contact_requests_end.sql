-- What a family told goes when its time is up, whether or not somebody lists it. The owner of the table sees its rows only while
-- row-level security is not forced.
alter table contact_requests no force row level security;
insert into work_queue (kind, id, lane_id, agency_id, due_at)
select 'contact-expiry', id, agency_id, agency_id, received_at + interval '90 days' from contact_requests
on conflict do nothing;
alter table contact_requests force row level security;
