-- The version that an editor names in If-Match: whoever changes a record, by an edit or by an import, counts it on.
alter table organizations add column edit_version bigint not null default 0;
alter table services add column edit_version bigint not null default 0;

create function count_edit() returns trigger language plpgsql as $$
begin
    if new.document is distinct from old.document or new.visibility <> old.visibility
       or new.curator_tenant_id is distinct from old.curator_tenant_id then
        new.edit_version := old.edit_version + 1;
    end if;
    return new;
end $$;
create trigger organizations_counted before update on organizations for each row execute function count_edit();
create trigger services_counted before update on services for each row execute function count_edit();
