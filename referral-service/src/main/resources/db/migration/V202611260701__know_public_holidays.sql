-- A day may be off because the schools are closed, because it is a public holiday, or for both reasons, each with its own name.
alter table school_holiday
    alter column name drop not null,
    add column public_name text,
    add constraint school_holiday_has_a_reason check (name is not null or public_name is not null);

-- Lines that a district adds to the national ones.
alter table district
    add column crisis_lines text not null default '[]'; -- JSON
