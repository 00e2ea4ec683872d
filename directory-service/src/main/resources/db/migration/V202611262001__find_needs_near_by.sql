-- A search for a need near by: words and place are narrowed down by one index, so that only what may fit is read at all.

-- The quarter of a degree that a place lies in.
create function place_cell(latitude double precision, longitude double precision) returns integer language sql immutable
    return cast(floor((latitude + 90) * 4) as integer) * 1440 + cast(floor((longitude + 180) * 4) as integer);

-- Where a service is: the cells of its places, -1 where that is not known, -2 where it can be reached from afar; and the places
-- themselves, so that a distance is measured without another look-up for each service.
alter table search_entries
    add column cells integer[] not null default '{}',
    add column latitudes double precision[] not null default '{}',
    add column longitudes double precision[] not null default '{}';

create function put_places() returns trigger language plpgsql as $$
begin
    select coalesce(array_agg(distinct place_cell(p.latitude, p.longitude)), '{}'),
           coalesce(array_agg(p.latitude), '{}'), coalesce(array_agg(p.longitude), '{}')
    into new.cells, new.latitudes, new.longitudes
    from search_places p where p.service_id = new.service_id;
    if not new.placed then
        new.cells := new.cells || -1;
    end if;
    if new.modes @> '{telehealth}' then
        new.cells := new.cells || -2;
    end if;
    return new;
end $$;
create trigger search_entries_placed before insert or update on search_entries for each row execute function put_places();
update search_entries set placed = placed;

create index search_entries_needs on search_entries using gin (search, cells);
drop index search_entries_search;
