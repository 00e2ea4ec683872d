-- What the works of the tests leave behind; a work that runs twice leaves two rows.
create table effect (
    id      uuid primary key,
    work_id uuid not null,
    tenant  text not null
);
