-- What families hold to be wrong and no coordinator has decided, oldest first.
create index amendment_request_open on amendment_request (tenant_id, id) where state = 'OPEN';
