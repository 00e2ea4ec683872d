-- The queue that all services share brought a migration with the number that create_directory had. Where that one was applied
-- under its old number, it is known by the new one from here on, and the queue's own is applied after it.
do $$
begin
    if to_regclass('flyway_schema_history') is not null then
        update flyway_schema_history
        set version = '202611212101', script = replace(script, '202611212100__create', '202611212101__create')
        where version = '202611212100' and script like '%create_directory.sql';
    end if;
end
$$;
