-- What the sample consumer has done: one row per event that took effect.
create table effect (
    number      bigint generated always as identity primary key,
    event_id    uuid   not null, -- not unique on purpose: a second effect must show
    subject     uuid   not null,
    sequence    bigint not null,
    name        text   not null check (name <> 'forbidden'),
    request_id  text,
    traceparent text
);
