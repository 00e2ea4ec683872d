-- A whole lane is put off while what it leads to is sick.
create index work_queue_by_lane on work_queue (kind, lane_id, due_at);
