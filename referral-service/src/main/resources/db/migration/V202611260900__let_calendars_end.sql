-- A calendar's secret address goes around among devices and providers, so it ends by itself.
alter table calendar_feed add column expires_at timestamptz not null default now() + interval '365 days';
alter table calendar_feed alter column expires_at drop default;
