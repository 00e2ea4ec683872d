-- Gaps are listed by what does not change while somebody pages through them.
create index gaps_newest on gaps (tenant_id, id);
drop index gaps_latest;
