-- Names as people mean them: "Teen Group, Inc." and "teen group inc" are one.
create function plain_name(name text) returns text language sql immutable
    return regexp_replace(lower(name), '[^[:alnum:]]+', '', 'g');

create index services_plain_name on services (plain_name(name));
