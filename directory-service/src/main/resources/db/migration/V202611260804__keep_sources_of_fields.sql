-- Which source said a field of a service that several sources name; empty while one source names it alone.
alter table services add column field_sources jsonb not null default '{}';
