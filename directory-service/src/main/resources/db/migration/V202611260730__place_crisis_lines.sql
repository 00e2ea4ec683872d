-- Where a line helps, as beginnings of postal codes; empty for everywhere.
alter table crisis_lines
    add column postal_prefixes text[] not null default '{}',
    add column hours text not null default '24/7',
    add column version bigint not null default 0;
