-- What was public once and is not any more: who keeps a copy has to hear that it is gone.
alter table services add column was_public boolean not null default false;

create function service_was_public() returns trigger language plpgsql as $$
begin
    if old.visibility = 'public' and new.visibility <> 'public'
       and exists (select from organizations o where o.id = old.organization_id and o.visibility = 'public') then
        new.was_public := true;
    end if;
    return new;
end $$;
create trigger services_were_public before update of visibility on services
    for each row when (old.visibility <> new.visibility) execute function service_was_public();

-- An organization takes its services along, and brings them back.
create function organization_was_public() returns trigger language plpgsql as $$
begin
    update services set was_public = was_public or old.visibility = 'public', last_modified = new.last_modified
    where organization_id = new.id and visibility = 'public';
    return null;
end $$;
create trigger organizations_were_public after update of visibility on organizations
    for each row when (old.visibility <> new.visibility and 'public' in (old.visibility, new.visibility))
    execute function organization_was_public();
