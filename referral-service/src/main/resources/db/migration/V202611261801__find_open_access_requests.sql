-- What a school still owes families, soonest due first.
create index access_request_open on access_request (tenant_id, due_on, id) where state = 'OPEN';
