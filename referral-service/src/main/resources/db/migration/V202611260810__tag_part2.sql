-- Words and files beside the record that tell of substance use (42 CFR Part 2), as their writers say: they cross between school and
-- agency only under a consent that names PART2.
alter table placement_message add column part2 boolean not null default false;
alter table placement_inquiry add column part2 boolean not null default false;
alter table recommendation add column part2 boolean not null default false;
alter table attachment add column part2 boolean not null default false;
