-- What the law of each state says about consent, as data: global, replaced as a whole by the platform. Without a row the
-- committed sample holds, which nobody has reviewed and which therefore lets no minor sign.
create table jurisdiction_rule_set (
    id         int         primary key check (id = 1),
    rules      text        not null, -- JSON
    changed_by text        not null, -- subject of the account
    changed_at timestamptz not null,
    version    bigint      not null
);
alter table jurisdiction_rule_set enable row level security;
alter table jurisdiction_rule_set force row level security;
create policy everybody_reads on jurisdiction_rule_set for select using (true);
create policy platform_inserts on jurisdiction_rule_set for insert
    with check (current_setting('footbridge.platform', true) = 'true');
create policy platform_updates on jurisdiction_rule_set for update
    using (current_setting('footbridge.platform', true) = 'true');
