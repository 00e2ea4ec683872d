-- In which order the runs of a source came in: given under the lock of the source, where ids of several copies are not in order.
alter table import_runs add column number bigint generated always as identity;
create index import_runs_waiting on import_runs (source_id, number) where state = 'RUNNING';
