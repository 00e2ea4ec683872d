-- Pairs that look like one service and are two: whoever looked at them said so, and nobody has to look again.
create table duplicate_dismissals (
    first_id uuid not null references services on delete cascade,
    second_id uuid not null references services on delete cascade,
    dismissed_at timestamptz not null,
    dismissed_by text not null,
    primary key (first_id, second_id),
    check (first_id < second_id)
);
create index duplicate_dismissals_second on duplicate_dismissals (second_id);
