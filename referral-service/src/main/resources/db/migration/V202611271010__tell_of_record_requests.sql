-- Which district a request about records belongs to: ids only, no row-level security. Who asks whom to tell has no district of his
-- own. A trigger, as both kinds of requests are told of in one way; it goes with its request.
create table record_request_tenant (
    request_id uuid primary key,
    tenant_id  uuid not null
);

create function note_record_request() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from record_request_tenant where request_id = old.id;
        return old;
    end if;
    insert into record_request_tenant (request_id, tenant_id) values (new.id, new.tenant_id);
    return new;
end $$;
create trigger access_request_noted after insert or delete on access_request
    for each row execute function note_record_request();
create trigger amendment_request_noted after insert or delete on amendment_request
    for each row execute function note_record_request();
